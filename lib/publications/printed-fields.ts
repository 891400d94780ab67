import type { Figure } from "../figures/figure";
import { saidCode, saidNumber, saidTime } from "./printed-words";
import type { RecordEvidence, RecordReply, RecordSource, RevisionRecord } from "./record";

/** One thing a page prints, as text. `field` is stable between versions: it holds evidence ids, not numbers. */
export type PrintedField = { field: string; label: string; text: string };

/** Everything a page prints of a revision, less why it was corrected and what it follows, in the page's order. */
export function printedFields(record: RevisionRecord): PrintedField[] {
  return [
    ...findingFields(record),
    ...claimFields(record),
    ...[...record.evidence].sort((a, b) => a.number - b.number).flatMap(evidenceFields),
    field(
      "withheld",
      "Withheld evidence",
      lines(record.withheld, (w) => `${w.stance}: ${w.commitment}`),
    ),
    ...routeFields(record),
    ...workFields(record),
    field("publisher", "Publisher", `${record.publisher.name}, ${record.publisher.url}`),
    field("language", "Language", record.language),
    field("slug", "Address", record.slug),
  ];
}

/** A figure in words, everything that compares it included: "at least 34,000,000 USD …". */
export function figureText(figure: Figure): string {
  const { low, high, bound, unit, measure, period, scope, asOf, verbatim } = figure;
  const amount = high === null ? saidNumber(low) : `${saidNumber(low)} to ${saidNumber(high)}`;
  return [
    `“${verbatim}”: ${saidCode(bound)} ${amount}${unit ? ` ${unit}` : ""} (${saidCode(measure)})`,
    period ? `${saidTime(period.from ?? "…")} to ${saidTime(period.to ?? "…")}` : "",
    scope.join(", "),
    asOf ? `as of ${saidTime(asOf)}` : "",
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

function findingFields(record: RevisionRecord): PrintedField[] {
  const { rating } = record;
  const number = rating.number === null ? "" : ` (${rating.number} of ${rating.worst} to ${rating.best})`;
  return [
    field("rating", "Rating", rating.code ? `${rating.label}: ${rating.meaning}${number}` : ""),
    field("finding", "Finding", record.finding),
    field("label", "Label", record.label),
    field(
      "provisional",
      "First findings",
      record.provisional
        ? `First findings; next update ${record.provisional.nextUpdateAt ? `by ${saidTime(record.provisional.nextUpdateAt)}` : "open"}`
        : "",
    ),
    field("summary", "In short", record.summary.join("\n")),
    field("notEstablished", "What we could not establish", record.notEstablished),
    field("asOf", "True as of", record.asOf && saidTime(record.asOf)),
    field("notInThisCheck", "Not part of this check", record.notInThisCheck),
    field("writeUp", "Analysis", record.writeUp),
    field("reconciliation", "Why the rating differs from the marks", record.reconciliation),
  ];
}

function claimFields({ claim }: RevisionRecord): PrintedField[] {
  const { appearance } = claim;
  return [
    field("claim.text", "What we checked", claim.text),
    field("claim.verbatim", "The words as published", claim.verbatim),
    field("claim.kind", "Kind of claim", saidCode(claim.kind)),
    field("claim.claimant", "Who said it", claim.claimant),
    field("claim.saidAt", "When", claim.saidAt && saidTime(claim.saidAt)),
    field("claim.place", "Where", claim.place),
    field("claim.topics", "Topics", claim.topics.join(", ")),
    field("claim.why", "Why we check it", claim.why),
    field("claim.figures", "Figures of the claim", lines(claim.figures, figureText)),
    field("claim.appearance", "Where it appeared", sourceText(appearance)),
    field("claim.appearance.exact", "Words where it appeared", appearance?.exact),
    field("claim.appearance.sentence", "Sentence where it appeared", appearance?.sentence),
  ];
}

function evidenceFields(item: RecordEvidence): PrintedField[] {
  const of = (name: string, label: string, text: string | null | undefined) =>
    field(`evidence.${item.id}.${name}`, `Evidence ${item.number}: ${label}`, text);
  const { capture, region, translation } = item;
  return [
    of("stance", "stance", saidCode(item.stance)),
    of("shows", "what it shows", item.shows),
    of("disclosure", "disclosure", saidCode(item.disclosure)),
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
    of("source", "source", sourceText(item.source)),
    of(
      "capture",
      "copy",
      capture &&
        `A copy ${saidCode(capture.method)} on ${saidTime(capture.capturedAt)}. Its SHA-256 is ${capture.sha256}.`,
    ),
    of("sameWordsAt", "same words when last checked", item.sameWordsAt && saidTime(item.sameWordsAt)),
    of("decisive", "why it decides", item.decisive?.reason),
    of("figures", "figures", lines(item.figures, figureText)),
  ];
}

function routeFields({ route, comparisons, disagreements }: RevisionRecord): PrintedField[] {
  const names = new Map(route.nodes.map(({ id, name }) => [id, name]));
  const nodes = lines(route.nodes, (node) => {
    const state =
      node.what === "origin"
        ? `${saidCode(node.naming)}${node.primary ? ", primary" : ""}`
        : node.unknown
          ? "origin unknown"
          : "";
    const interests =
      node.what === "origin" && node.interests
        ? `interests: ${node.interests.words} (${node.interests.source})`
        : "";
    return `${saidCode(node.column)}: ${[node.name, node.note, node.what, state, interests].filter(Boolean).join(", ")}`;
  });
  const edges = lines(route.edges, ({ from, to, label, known }) => {
    return `${names.get(from) ?? from} → ${names.get(to) ?? to}: ${label}${known ? "" : " (unknown)"}`;
  });
  const compared = lines(comparisons, ({ a, b, class: kind, explanation, sameReport }) => {
    return `${comparedName(a.of)} and ${comparedName(b.of)}: ${saidCode(kind)}. ${explanation}${sameReport ? " Both are from the same report." : ""}`;
  });
  const disagree = lines(disagreements ?? [], ({ a, b, why, resolution }) => {
    return `Evidence ${a} and evidence ${b}: ${why}${resolution === null ? " (open)" : ` Settled: ${resolution}`}`;
  });
  return [
    field("route.words", "Where this comes from", route.words),
    field("route.count", "Independent origins", `${route.count} ${route.side ?? ""}`.trim()),
    field("route.nodes", "Who knew, reported, was read", nodes),
    field("route.edges", "How it travelled", edges),
    field("comparisons", "Figures compared", compared),
    field("disagreements", "Sources that disagree", disagree),
  ];
}

function replyText(request: RecordReply): string {
  const { asked, role, how, askedAt, deadlineAt, outcome, reply } = request;
  const { question, reminders = [], repliedAt, capture } = request;
  return sentences(
    `${asked} (${saidCode(role)}) was asked on ${saidTime(askedAt)} (${how})`,
    question ? `Asked: “${question}”` : "",
    ...reminders.map((again) => `Asked again on ${saidTime(again.at)} (${again.how})`),
    deadlineAt && `An answer was asked for by ${saidTime(deadlineAt)}`,
    `Outcome: ${saidCode(outcome)}${repliedAt ? `, ${saidTime(repliedAt)}` : ""}`,
    reply && `“${reply}”`,
    capture ? `The SHA-256 of the copy that was kept is ${capture.sha256}` : "",
  );
}

function workFields(record: RevisionRecord): PrintedField[] {
  const searches = lines(record.searches, ({ where, query, found, note, searchedAt }) =>
    sentences(
      `${where} was searched for “${query}” on ${saidTime(searchedAt)}`,
      `Found: ${saidCode(found)}`,
      note,
    ),
  );
  const replies = lines(record.replies, replyText);
  const parts = lines(record.parts, ({ text, central, rating, published }) => {
    const signed = published ? ` (version ${published.version} of ${published.slug})` : "";
    return `${text}: ${rating ? saidCode(rating) : "not rated yet"}${signed}${central ? ", central" : ""}`;
  });
  const reviews = lines(record.reviews, ({ name, mark, rating, blind }) => {
    return `${name} marked it ${saidCode(mark)}${rating ? ` and would rate it ${saidCode(rating)}` : ""}${blind ? "" : ", having seen the draft"}.`;
  });
  return [
    field("searches", "Searches", searches),
    field("replies", "Replies asked for", replies),
    field(
      "notObtained",
      "Originals not obtained",
      lines(record.notObtained, (n) => `${n.name}: ${n.reason}`),
    ),
    field("parts", "Parts", parts),
    field("reviews", "Who checked", reviews),
  ];
}

function sourceText(source: RecordSource | null | undefined): string {
  if (!source) return "";
  const {
    outlet,
    title,
    byline,
    publishedAt,
    kind,
    primary,
    language,
    interests,
    interestsSource,
    url,
    conversation,
  } = source;
  return [
    conversation &&
      `Conversation with ${conversation.who} on ${saidTime(conversation.heldAt)} (${conversation.how}), notes by ${conversation.notesBy}`,
    outlet,
    title,
    byline,
    publishedAt && saidTime(publishedAt),
    kind && saidCode(kind),
    primary ? "primary" : "",
    language,
    interests,
    interestsSource,
    url,
  ]
    .filter(Boolean)
    .join(", ");
}

function comparedName(of: "claim" | number): string {
  return of === "claim" ? "The claim" : `evidence ${of}`;
}

/** Each part as a sentence of its own; parts that say nothing are left out. */
function sentences(...parts: (string | null)[]): string {
  return parts.flatMap((part) => (part ? [/[.!?”]$/u.test(part) ? part : `${part}.`] : [])).join(" ");
}

function field(name: string, label: string, text: string | null | undefined): PrintedField {
  return { field: name, label, text: text ?? "" };
}

function lines<T>(items: readonly T[], print: (item: T) => string): string {
  return items.map(print).join("\n");
}
