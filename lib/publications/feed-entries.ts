import { hashName } from "./hash-name";
import type { NoticeRecord, PublicationRecord, PublicVersion, RetractionRecord } from "./record";
import { standingNotices, type StandingNotice } from "./standing-notices";
import { correctionEntry, isPublication } from "./verdict-versions";
import { xmlText } from "./xml";
import { changedPart } from "../words/changed-part";
import { readerWords, spokenLanguage, type ReaderLanguage, type ReaderWords } from "../words/reader";

/** One entry of a feed. Times are ISO 8601 with zone; `html` is a fragment, already escaped. */
export type FeedEntry = {
  /** Never changes, whatever is corrected. */
  id: string;
  url: string;
  title: string;
  html: string;
  publishedAt: string;
  /** Moves on correction, notice and retraction; of which of them there are entries, the dates of the versions decide. */
  updatedAt: string;
  language: string;
  author: string;
  topics: string[];
};

function paragraphs(parts: readonly (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : [`<p>${part}</p>`])).join("");
}

function noticeHtml({ kind, text }: StandingNotice, { changes }: ReaderWords): string {
  const said = xmlText(changes.notices[kind]);
  return text === null ? `<strong>${said}</strong>` : `<strong>${said}:</strong> ${xmlText(text)}`;
}

function verdictHtml(
  record: PublicationRecord,
  standing: readonly StandingNotice[],
  words: ReaderWords,
): string {
  const { feeds } = words;
  const { rating, claim, finding, correction, label } = record;
  const about =
    claim.claimant === null ? feeds.theClaim(claim.text) : feeds.claimBy(claim.claimant, claim.text);
  return paragraphs([
    label === null ? null : `<strong>${xmlText(label)}</strong>`,
    ...standing.map((notice) => noticeHtml(notice, words)),
    `<strong>${xmlText(rating.label)}</strong>: ${xmlText(rating.meaning)}.`,
    xmlText(finding),
    xmlText(about),
    correction === null ? null : `<em>${xmlText(feeds.changed(correction.reason))}</em>`,
  ]);
}

function retractionHtml(record: RetractionRecord, { feeds }: ReaderWords): string {
  return paragraphs([
    `<strong>${xmlText(feeds.retracted)}</strong>`,
    xmlText(record.reason),
    xmlText(feeds.wasAbout(record.claim.text)),
  ]);
}

/** The site whose feed it is: its address, and the language it speaks where it does not speak the verdict's. */
export type FeedSite = { url: string; speaks: ReaderLanguage };

/** When anything of an entry last changed; a notice signed later moves it. */
function lastChange(publishedAt: string, standing: readonly StandingNotice[]): string {
  const times = [publishedAt, ...standing.map(({ at }) => at)];
  return times.reduce((last, at) => (Date.parse(at) > Date.parse(last) ? at : last));
}

/**
 * What stands at a verdict's address as a feed entry, from all its records, oldest first, and its notices; `null` when
 * there are none, or what stands is withheld.
 */
export function verdictEntry(
  versions: readonly PublicVersion[],
  notices: readonly NoticeRecord[],
  site: FeedSite,
): FeedEntry | null {
  const [first, current] = [versions[0], versions.at(-1)];
  if (!first || !current) return null;
  const { record } = current;
  if (record.kind === "withheld") return null;
  const words = readerWords(spokenLanguage(record.language, site.speaks));
  const last = versions.findLast(isPublication);
  const standing = standingNotices(versions, notices);
  const beside = [record.label, ...standing.map(({ kind }) => words.changes.notices[kind])];
  const before = beside.flatMap((said) => (said === null ? [] : [`[${said}] `])).join("");
  const title =
    record.kind === "retraction"
      ? words.feeds.retractedTitle(record.claim.text)
      : `${record.rating.label}: ${record.finding}`;
  return {
    // The name by hash survives a move of the site to another host, which the address does not.
    id: hashName(first.sha256),
    url: `${site.url}/verdicts/${record.slug}`,
    title: before + title,
    html: record.kind === "retraction" ? retractionHtml(record, words) : verdictHtml(record, standing, words),
    publishedAt: first.record.publishedAt,
    updatedAt: lastChange(record.publishedAt, standing),
    language: record.language,
    author: record.publisher.name,
    topics: last?.record.claim.topics ?? [],
  };
}

type Change = { field: string; label: string; diff: { op: string; text: string }[] };

function changeHtml(changes: readonly Change[], words: ReaderWords): string {
  const tags: Record<string, string> = { del: "del", ins: "ins" };
  return changes
    .map((change) => {
      const text = change.diff.map((part, index) => {
        const tag = tags[part.op];
        if (tag === undefined) return xmlText(part.text);
        const isFollowed = part.op === "del" && change.diff[index + 1]?.op === "ins";
        const gap = isFollowed && !/\s$/.test(part.text) ? " " : "";
        return `<${tag}>${xmlText(part.text)}</${tag}>${gap}`;
      });
      return `<p>${xmlText(changedPart(change, words))}: ${text.join("")}</p>`;
    })
    .join("");
}

/** Version `version` as an entry of the corrections feed; `null` when it corrects nothing. */
export function correctionFeedEntry(
  versions: readonly PublicVersion[],
  version: number,
  site: FeedSite,
): FeedEntry | null {
  const entry = correctionEntry(versions, version);
  const signed = versions.find(({ record }) => record.version === version);
  if (!entry || !signed || signed.record.kind === "withheld") return null;
  const words = readerWords(spokenLanguage(entry.language, site.speaks));
  const address = `${site.url}/verdicts/${entry.slug}`;
  return {
    id: hashName(signed.sha256),
    url: entry.class === "retraction" ? address : `${address}#versions`,
    title: `${words.changes.done[entry.class]}: ${entry.title}`,
    html: paragraphs([xmlText(entry.reason)]) + changeHtml(entry.changes, words),
    publishedAt: entry.publishedAt,
    updatedAt: entry.publishedAt,
    language: entry.language,
    author: signed.record.publisher.name,
    topics: [],
  };
}
