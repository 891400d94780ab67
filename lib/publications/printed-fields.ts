import { saidBound } from "../figures/bounds";
import type { Figure } from "../figures/figure";
import { en } from "../words/en";
import type { ReaderWords } from "../words/reader";
import { routeIn } from "../words/recorded";
import { explanationIn, whyIn } from "../words/recorded-reasons";
import { saidCode, saidNumber, saidTime } from "./printed-words";
import type { RecordEvidence, RecordReply, RecordSource, RevisionRecord } from "./record";

/** One thing a page prints, as text. `field` is stable between versions: it holds evidence ids, not numbers. */
export type PrintedField = { field: string; label: string; text: string };

/**
 * Everything a page prints of a revision, less why it was corrected and what it follows, in the page's order; what is
 * put together from several facts in the language of `words`, labels in English.
 */
export function printedFields(record: RevisionRecord, words: ReaderWords = en): PrintedField[] {
  return [
    ...findingFields(record, words),
    ...claimFields(record, words),
    ...[...record.evidence]
      .sort((a, b) => a.number - b.number)
      .flatMap((item) => evidenceFields(item, words)),
    field(
      "withheld",
      "Withheld evidence",
      lines(record.withheld, (w) => `${saidCode(w.stance, words.printed.codes.stances)}: ${w.commitment}`),
    ),
    ...routeFields(record, words),
    ...workFields(record, words),
    field("publisher", "Publisher", `${record.publisher.name}, ${record.publisher.url}`),
    field("language", "Language", record.language),
    field("slug", "Address", record.slug),
  ];
}

/** A figure in words, everything that compares it included: "at least 34,000,000 USD …". */
export function figureText(figure: Figure, { printed: said, locale }: ReaderWords = en): string {
  const { low, high, unit, measure, period, scope, asOf, verbatim } = figure;
  const first = saidNumber(low, locale);
  const amount = high === null ? first : said.between(first, saidNumber(high, locale));
  const { bounds, measures } = said.codes;
  return [
    `${said.quoted(verbatim)}: ${saidCode(saidBound(figure), bounds)} ${amount}${unit ? ` ${unit}` : ""} (${saidCode(measure, measures)})`,
    period ? said.between(saidTime(period.from ?? "…", locale), saidTime(period.to ?? "…", locale)) : "",
    scope.join(", "),
    asOf ? said.asOf(saidTime(asOf, locale)) : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** The write-up's `[^evidenceId]` as the numbers a reader sees; what has no number stays as it is. */
export function numberCitations(text: string, evidence: readonly RecordEvidence[]): string {
  const numbers = new Map(evidence.map(({ id, number }) => [id, number]));
  return text.replace(/\[\^([^\]\s]+)\]/g, (whole, id: string) => {
    const number = numbers.get(id);
    return number === undefined ? whole : `[${number}]`;
  });
}

function findingFields(record: RevisionRecord, { printed: said, locale }: ReaderWords): PrintedField[] {
  const { rating, provisional } = record;
  const { number, worst, best } = rating;
  const onScale = number === null ? "" : ` (${said.onScale(number, worst, best)})`;
  const next = provisional?.nextUpdateAt;
  const update = next ? said.nextUpdateBy(saidTime(next, locale)) : said.nextUpdateOpen;
  return [
    field("rating", "Rating", rating.code ? `${rating.label}: ${rating.meaning}${onScale}` : ""),
    field("finding", "Finding", record.finding),
    field("label", "Label", record.label),
    field("provisional", "First findings", provisional ? update : ""),
    field("summary", "In short", record.summary.join("\n")),
    field("notEstablished", "What we could not establish", record.notEstablished),
    field("asOf", "True as of", record.asOf && saidTime(record.asOf, locale)),
    field("notInThisCheck", "Not part of this check", record.notInThisCheck),
    field("writeUp", "Analysis", record.writeUp),
    field("reconciliation", "Why the rating differs from the marks", record.reconciliation),
  ];
}

function claimFields({ claim }: RevisionRecord, words: ReaderWords): PrintedField[] {
  const { appearance } = claim;
  const figures = lines(claim.figures, (figure) => figureText(figure, words));
  return [
    field("claim.text", "What we checked", claim.text),
    field("claim.verbatim", "The words as published", claim.verbatim),
    field("claim.kind", "Kind of claim", saidCode(claim.kind, words.printed.codes.claimKinds)),
    field("claim.claimant", "Who said it", claim.claimant),
    field("claim.saidAt", "When", claim.saidAt && saidTime(claim.saidAt, words.locale)),
    field("claim.place", "Where", claim.place),
    field("claim.topics", "Topics", claim.topics.join(", ")),
    field("claim.why", "Why we check it", claim.why),
    field("claim.figures", "Figures of the claim", figures),
    field("claim.appearance", "Where it appeared", sourceText(appearance, words)),
    field("claim.appearance.exact", "Words where it appeared", appearance?.exact),
    field("claim.appearance.sentence", "Sentence where it appeared", appearance?.sentence),
  ];
}

function evidenceFields(item: RecordEvidence, words: ReaderWords): PrintedField[] {
  const of = (name: string, label: string, text: string | null | undefined) =>
    field(`evidence.${item.id}.${name}`, `Evidence ${item.number}: ${label}`, text);
  const { capture, region, translation } = item;
  const { printed: said, locale } = words;
  const { stances, disclosures, methods } = said.codes;
  const copy = (kept: NonNullable<typeof capture>) =>
    said.copy(saidCode(kept.method, methods), saidTime(kept.capturedAt, locale), kept.sha256);
  return [
    of("stance", "stance", saidCode(item.stance, stances)),
    of("shows", "what it shows", item.shows),
    of("disclosure", "disclosure", saidCode(item.disclosure, disclosures)),
    of("quote", "quote", item.quote?.exact),
    of("sentence", "whole sentence", item.quote?.sentence),
    of("page", "page", item.quote?.page === undefined ? null : String(item.quote.page)),
    of("region", "place in the document", region && `${region.description} (${region.fragment})`),
    of("words", "words there", region?.words),
    of(
      "cell",
      "table cell",
      region?.cell && [region.cell.table, region.cell.row, region.cell.column].filter(Boolean).join(", "),
    ),
    of("translation", "translation", translation?.text),
    of("translator", "translator", translation?.translator),
    of("source", "source", sourceText(item.source, words)),
    of("capture", "copy", capture && copy(capture)),
    of("sameWordsAt", "same words when last checked", item.sameWordsAt && saidTime(item.sameWordsAt, locale)),
    of("decisive", "why it decides", item.decisive?.reason),
    of(
      "figures",
      "figures",
      lines(item.figures, (figure) => figureText(figure, words)),
    ),
  ];
}

function nodeText(node: RevisionRecord["route"]["nodes"][number], said: ReaderWords["printed"]): string {
  const { columns, namings, nodes } = said.codes;
  const facts =
    node.what === "origin"
      ? [
          saidCode(node.naming, namings),
          node.primary ? said.primary : "",
          node.interests ? said.interests(node.interests.words, node.interests.source) : "",
        ]
      : [node.unknown ? said.originUnknown : ""];
  return `${saidCode(node.column, columns)}: ${[node.name, node.note, saidCode(node.what, nodes), ...facts].filter(Boolean).join(", ")}`;
}

function routeFields(record: RevisionRecord, words: ReaderWords): PrintedField[] {
  const { printed: said } = words;
  const route = routeIn(record.route, words);
  const names = new Map(route.nodes.map(({ id, name }) => [id, name]));
  const edges = lines(route.edges, ({ from, to, label, known }) => {
    return `${names.get(from) ?? from} → ${names.get(to) ?? to}: ${label}${known ? "" : ` ${said.unknown}`}`;
  });
  const nameOf = (of: "claim" | number) => (of === "claim" ? said.theClaim : said.evidence(of));
  const compared = lines(record.comparisons, (comparison) => {
    const kind = saidCode(comparison.class, said.codes.classes);
    return sentences(
      said.compared(nameOf(comparison.a.of), nameOf(comparison.b.of), kind),
      explanationIn(comparison, record, words),
      comparison.sameReport ? said.sameReport : "",
    );
  });
  const disagree = lines(record.disagreements ?? [], (pair) => {
    const end = pair.resolution === null ? said.open : said.settled(pair.resolution);
    return `${said.disagree(pair.a, pair.b)} ${whyIn(pair, record, words)} ${end}`;
  });
  const side = route.side === null ? "" : ` (${saidCode(route.side, said.codes.stances)})`;
  return [
    field("route.words", "Where this comes from", route.words),
    field("route.count", "Independent origins", `${route.count}${side}`),
    field(
      "route.nodes",
      "Who knew, reported, was read",
      lines(route.nodes, (node) => nodeText(node, said)),
    ),
    field("route.edges", "How it travelled", edges),
    field("comparisons", "Figures compared", compared),
    field("disagreements", "Sources that disagree", disagree),
  ];
}

function replyText(request: RecordReply, { printed: said, locale }: ReaderWords): string {
  const { asked, role, how, askedAt, deadlineAt, outcome, reply } = request;
  const { question, reminders = [], repliedAt, capture } = request;
  const { roles, outcomes } = said.codes;
  const when = (iso: string) => saidTime(iso, locale);
  return sentences(
    said.asked(asked, saidCode(role, roles), when(askedAt), how),
    question ? said.question(question) : "",
    ...reminders.map((again) => said.askedAgain(when(again.at), again.how)),
    deadlineAt && said.deadline(when(deadlineAt)),
    said.outcome(`${saidCode(outcome, outcomes)}${repliedAt ? `, ${when(repliedAt)}` : ""}`),
    reply && said.quoted(reply),
    capture ? said.keptCopy(capture.sha256) : "",
  );
}

function workFields(record: RevisionRecord, words: ReaderWords): PrintedField[] {
  const { printed: said, locale } = words;
  const { codes } = said;
  const searches = lines(record.searches, ({ where, query, found, note, searchedAt }) =>
    sentences(
      said.searched(where, query, saidTime(searchedAt, locale)),
      said.found(saidCode(found, codes.found)),
      note,
    ),
  );
  const parts = lines(record.parts, ({ text, central, rating, published }) => {
    const signed = published ? ` ${said.ratedIn(published.version, published.slug)}` : "";
    const rated = rating ? saidCode(rating, codes.ratings) : said.notRated;
    return `${text}: ${rated}${signed}${central ? `, ${said.central}` : ""}`;
  });
  const reviews = lines(record.reviews, ({ name, mark, rating, blind }) => {
    const proposed = rating ? said.wouldRate(saidCode(rating, codes.ratings)) : "";
    return `${said.marked(name, saidCode(mark, codes.marks))}${proposed}${blind ? "" : said.sawDraft}.`;
  });
  const notObtained = lines(record.notObtained, (missing) => `${missing.name}: ${missing.reason}`);
  return [
    field("searches", "Searches", searches),
    field(
      "replies",
      "Replies asked for",
      lines(record.replies, (request) => replyText(request, words)),
    ),
    field("notObtained", "Originals not obtained", notObtained),
    field("parts", "Parts", parts),
    field("reviews", "Who checked", reviews),
  ];
}

function sourceText(source: RecordSource | null | undefined, { printed: said, locale }: ReaderWords): string {
  if (!source) return "";
  const { outlet, title, byline, publishedAt, kind, primary, language, url, conversation } = source;
  const { interests, interestsSource } = source;
  const talk = (held: NonNullable<typeof conversation>) =>
    said.conversation(held.who, saidTime(held.heldAt, locale), held.how, held.notesBy);
  return [
    conversation && talk(conversation),
    outlet,
    title,
    byline,
    publishedAt && saidTime(publishedAt, locale),
    kind && saidCode(kind, said.codes.sourceKinds),
    primary ? said.primary : "",
    language,
    interests,
    interestsSource,
    url,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Each part as a sentence of its own; parts that say nothing are left out. */
function sentences(...parts: (string | null)[]): string {
  return parts.flatMap((part) => (part ? [/[.!?”»]$/u.test(part) ? part : `${part}.`] : [])).join(" ");
}

function field(name: string, label: string, text: string | null | undefined): PrintedField {
  return { field: name, label, text: text ?? "" };
}

function lines<T>(items: readonly T[], print: (item: T) => string): string {
  return items.map(print).join("\n");
}
