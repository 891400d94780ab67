import type { PublicationRecord, RetractionRecord, SignedRecord } from "./record";
import { correctionEntry, isPublication } from "./verdict-versions";
import { xmlText } from "./xml";

/** One entry of a feed. Times are ISO 8601 with zone; `html` is a fragment, already escaped. */
export type FeedEntry = {
  /** Never changes, whatever is corrected. */
  id: string;
  url: string;
  title: string;
  html: string;
  publishedAt: string;
  /** Moves on correction and retraction. */
  updatedAt: string;
  language: string;
  author: string;
  topics: string[];
};

/**
 * The permanent name of what was first published: RFC 6920, from the hash of version 1. Unlike the address it
 * survives a move of the site to another host.
 */
function permanentId(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
}

function paragraphs(parts: readonly (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : [`<p>${part}</p>`])).join("");
}

function verdictHtml(record: PublicationRecord): string {
  const { rating, claim, finding, correction, label } = record;
  const by = claim.claimant === null ? "" : `, by ${xmlText(claim.claimant)}`;
  return paragraphs([
    label === null ? null : `<strong>${xmlText(label)}</strong>`,
    `<strong>${xmlText(rating.label)}</strong>: ${xmlText(rating.meaning)}.`,
    xmlText(finding),
    `The claim${by}: ${xmlText(claim.text)}`,
    correction === null ? null : `<em>Changed: ${xmlText(correction.reason)}</em>`,
  ]);
}

function retractionHtml(record: RetractionRecord): string {
  return paragraphs([
    "<strong>This verdict has been retracted.</strong>",
    xmlText(record.reason),
    `It was about: ${xmlText(record.claim.text)}`,
  ]);
}

/** What stands at a verdict's address as a feed entry, from all its records, oldest first; `null` when there are none. */
export function verdictEntry(versions: readonly SignedRecord[], siteUrl: string): FeedEntry | null {
  const [first, current] = [versions[0], versions.at(-1)];
  if (!first || !current) return null;
  const { record } = current;
  const last = versions.findLast(isPublication);
  const label = record.label === null ? "" : `[${record.label}] `;
  const title =
    record.kind === "retraction"
      ? `Retracted: verdict on “${record.claim.text}”`
      : `${record.rating.label}: ${record.finding}`;
  return {
    id: permanentId(first.sha256),
    url: `${siteUrl}/verdicts/${record.slug}`,
    title: label + title,
    html: record.kind === "retraction" ? retractionHtml(record) : verdictHtml(record),
    publishedAt: first.record.publishedAt,
    updatedAt: record.publishedAt,
    language: record.language,
    author: record.publisher.name,
    topics: last?.record.claim.topics ?? [],
  };
}

const words: Record<string, string> = {
  typo: "Typing error put right",
  clarification: "Clarified",
  update: "Updated",
  correction: "Corrected",
  "verdict-change": "Verdict changed",
  retraction: "Retracted",
};

function changeHtml(changes: { label: string; diff: { op: string; text: string }[] }[]): string {
  const tags: Record<string, string> = { del: "del", ins: "ins" };
  return changes
    .map(({ label, diff }) => {
      const text = diff.map((part) => {
        const tag = tags[part.op];
        return tag === undefined ? xmlText(part.text) : `<${tag}>${xmlText(part.text)}</${tag}>`;
      });
      return `<p>${xmlText(label)}: ${text.join("")}</p>`;
    })
    .join("");
}

/** Version `version` as an entry of the corrections feed; `null` when it corrects nothing. */
export function correctionFeedEntry(
  versions: readonly SignedRecord[],
  version: number,
  siteUrl: string,
): FeedEntry | null {
  const entry = correctionEntry(versions, version);
  const signed = versions.find(({ record }) => record.version === version);
  if (!entry || !signed) return null;
  const address = `${siteUrl}/verdicts/${entry.slug}`;
  return {
    id: permanentId(signed.sha256),
    url: entry.class === "retraction" ? address : `${address}#versions`,
    title: `${words[entry.class] ?? entry.class}: ${entry.title}`,
    html: paragraphs([xmlText(entry.reason)]) + changeHtml(entry.changes),
    publishedAt: entry.publishedAt,
    updatedAt: entry.publishedAt,
    language: entry.language,
    author: signed.record.publisher.name,
    topics: [],
  };
}
