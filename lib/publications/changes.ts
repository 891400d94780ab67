import type { CorrectionClass } from "../claims/dossier";
import type { Issue } from "../core/result";
import { en } from "../words/en";
import type { ReaderWords } from "../words/reader";
import { nameChanged } from "./changed-names";
import { markdownWords } from "./markdown-words";
import { figureText, numberCitations, printedFields } from "./printed-fields";
import { proseFacts } from "./prose-facts";
import type { RecordReply, RecordSource, RevisionRecord } from "./record";
import { citingTokens, wordDiff } from "./word-diff";
import type { DiffPart } from "./word-diff";

export type FieldChange = { field: string; label: string; before: string; after: string; diff: DiffPart[] };

const changedKindNames = ["figure", "name", "quotation", "date", "rating", "finding"] as const;
export type ChangedKind = (typeof changedKindNames)[number];

/**
 * Every printed field that differs between two versions, word by word, in the page's order; what only the older
 * version has comes last. Markdown is shown as words, citations as the numbers the reader sees; the program's own words in the language of
 * `words`, labels in English.
 */
export function compareRecords(
  before: RevisionRecord,
  after: RevisionRecord,
  words: ReaderWords = en,
): FieldChange[] {
  const old = new Map(printedFields(before, words).map((printed) => [printed.field, printed]));
  const now = new Map(printedFields(after, words).map((printed) => [printed.field, printed]));
  // Newer numbers win, so that a citation that only got another number is no change of words.
  const numbered = [...before.evidence, ...after.evidence];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key)?.text ?? "", now.get(key)?.text ?? ""];
    if (was === is) return [];
    const [seenBefore, seenAfter] = asSeen(key, was, is);
    const shownBefore = numberCitations(seenBefore, numbered);
    const shownAfter = numberCitations(seenAfter, numbered);
    const label = (now.get(key) ?? old.get(key))?.label ?? key;
    return {
      field: key,
      label,
      before: shownBefore,
      after: shownAfter,
      diff: wordDiff(shownBefore, shownAfter, citingTokens),
    };
  });
}

/** Printed from Markdown. */
const fromMarkdown = new Set(["writeUp", "reconciliation", "notEstablished", "notInThisCheck"]);

/** Both texts as a reader sees them. Where nothing but their marks differs, which is a change too, the marks are shown. */
function asSeen(key: string, was: string, is: string): [string, string] {
  if (!fromMarkdown.has(key)) return [was, is];
  const seen: [string, string] = [markdownWords(was), markdownWords(is)];
  return seen[0] === seen[1] ? [was, is] : seen;
}

/**
 * Which of the things that are never a typo or a clarification differ (DOMAIN: correction classes). Deliberately
 * strict: an added figure, name, quotation or date counts, and so does any letter of the finding.
 */
export function changedKinds(before: RevisionRecord, after: RevisionRecord): ChangedKind[] {
  const [a, b] = [statedFacts(before), statedFacts(after)];
  const [oldProse, newProse] = [proseOf(before), proseOf(after)];
  const differs = (x: unknown, y: unknown) => JSON.stringify(x) !== JSON.stringify(y);
  const proseDiffers = (kind: "figures" | "dates" | "quotations") =>
    differs(proseFactsOf(oldProse, kind), proseFactsOf(newProse, kind));
  const changed: Record<ChangedKind, boolean> = {
    figure: differs(a.figures, b.figures) || proseDiffers("figures"),
    name: differs(a.names, b.names) || nameChanged(oldProse, newProse),
    quotation: differs(a.quotations, b.quotations) || proseDiffers("quotations"),
    date: differs(a.dates, b.dates) || proseDiffers("dates"),
    rating: differs(a.ratings, b.ratings),
    finding: differs(a.findings, b.findings),
  };
  return changedKindNames.filter((kind) => changed[kind]);
}

/**
 * `class-too-light` when a figure, name, quotation, date, rating or finding changed under `typo` or `clarification`,
 * or when a negation came or went under `typo`; otherwise `null`. Not overridable.
 */
export function correctionClassProblem(
  correctionClass: CorrectionClass,
  before: RevisionRecord,
  after: RevisionRecord,
): Issue | null {
  if (correctionClass !== "typo" && correctionClass !== "clarification") return null;
  const what: string[] = changedKinds(before, after);
  if (correctionClass === "typo" && negations(before) !== negations(after)) what.push("negation");
  if (what.length === 0) return null;
  return {
    code: "class-too-light",
    field: "class",
    message:
      `This changes a ${what.join(", a ")}, which is never a ${correctionClass}: ` +
      "choose update, correction or verdict-change.",
    overridable: false,
  };
}

/** Facts that the record holds as fields. Lists whose order means nothing are sorted. */
function statedFacts(record: RevisionRecord) {
  const { claim, evidence, replies, searches, parts, rating } = record;
  const sources: RecordSource[] = evidence.flatMap(({ source }) => source ?? []);
  if (claim.appearance) sources.push(claim.appearance);
  return {
    figures: {
      claim: claim.figures.map((figure) => figureText(figure)).sort(),
      evidence: evidence.flatMap((item) => item.figures.map((figure) => figureText(figure))).sort(),
      compared: record.comparisons.map(({ class: kind, sameReport }) => `${kind} ${sameReport}`).sort(),
      origins: record.route.count,
    },
    names: [
      [record.publisher.name, claim.claimant, claim.place],
      sources.map(({ outlet, byline }) => `${outlet ?? ""} ${byline ?? ""}`).sort(),
      sources.map(({ conversation: c }) => (c ? `${c.who} ${c.notesBy}` : "")).sort(),
      evidence.map(({ translation }) => translation?.translator ?? "").sort(),
      replies.map(({ asked }) => asked).sort(),
      record.route.nodes.map(({ name }) => name).sort(),
    ],
    quotations: {
      claim: [claim.verbatim, claim.appearance?.exact, claim.appearance?.sentence],
      evidence: evidence.map(quotationText).sort(),
      withheld: record.withheld.map(({ commitment }) => commitment).sort(),
    },
    dates: [
      [record.asOf ?? null, claim.saidAt, record.provisional && (record.provisional.nextUpdateAt ?? "open")],
      sources.map(({ publishedAt, conversation }) => publishedAt ?? conversation?.heldAt ?? "").sort(),
      replies.map(replyDates).sort(),
      searches.map(({ searchedAt }) => searchedAt).sort(),
    ],
    ratings: [rating.code, rating.label, rating.meaning, rating.number, parts.map((part) => part.rating)],
    findings: [record.finding.trim(), evidence.map(stanceText).sort()],
  };
}

function replyDates({ askedAt, deadlineAt, reminders = [], repliedAt }: RecordReply): string {
  return [askedAt, deadlineAt, ...reminders.map(({ at }) => at), repliedAt].map((at) => at ?? "").join(" ");
}

function quotationText({ quote, region, translation }: RevisionRecord["evidence"][number]): string {
  return JSON.stringify([
    quote?.exact,
    quote?.sentence,
    region?.fragment,
    region?.description,
    region?.words,
    region?.cell,
    translation?.text,
  ]);
}

/** A passage that changes sides changes what was found. */
function stanceText(item: RevisionRecord["evidence"][number]): string {
  return `${quotationText(item)} ${item.stance}`;
}

/** The sentences we wrote, by printed field. The route's words are made from its nodes, which are compared as such. */
function proseOf(record: RevisionRecord): ReadonlyMap<string, string> {
  const { claim } = record;
  const prose = new Map<string, string>([
    ["claim.text", claim.text],
    ["claim.why", claim.why ?? ""],
    ["finding", record.finding],
    ["summary", record.summary.join("\n")],
    ["writeUp", record.writeUp],
    ["notEstablished", record.notEstablished],
    ["notInThisCheck", record.notInThisCheck],
    ["reconciliation", record.reconciliation],
    ["parts", record.parts.map(({ text }) => text).join("\n")],
    ["notObtained", record.notObtained.map(({ name, reason }) => `${name}: ${reason}`).join("\n")],
    ["searches", record.searches.map((s) => `${s.where} ${s.query} ${s.note ?? ""}`).join("\n")],
    ["disagreements", (record.disagreements ?? []).map((d) => `${d.why} ${d.resolution ?? ""}`).join("\n")],
    ["replies", record.replies.map(({ question, reply }) => `${question ?? ""} ${reply ?? ""}`).join("\n")],
  ]);
  for (const { id, shows, decisive, source } of record.evidence) {
    prose.set(`evidence.${id}.shows`, shows ?? "");
    prose.set(`evidence.${id}.decisive`, decisive?.reason ?? "");
    prose.set(`evidence.${id}.title`, source?.title ?? "");
  }
  return prose;
}

/** Facts by field, empty ones left out: a new field without any fact is no change of facts. */
function proseFactsOf(prose: ReadonlyMap<string, string>, kind: "figures" | "dates" | "quotations") {
  return [...prose]
    .map(([field, text]) => [field, proseFacts(text)[kind]] as const)
    .filter(([, facts]) => facts.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function negations(record: RevisionRecord): string {
  return JSON.stringify([...proseOf(record)].map(([field, text]) => [field, proseFacts(text).negations]));
}
