import { findDate } from "./published-time";

/**
 * What was found in a page, a document or a paste. All offsets are Unicode code points over `fullText`;
 * whatever the source does not say is `null`.
 */
export type Extraction = {
  /** All readable text of the source in its own order: everything in it can be quoted. */
  fullText: string;
  /** The article itself: half-open, ordered, non-overlapping code-point ranges over `fullText`. */
  mainRanges: [number, number][];
  title: string | null;
  byline: string | null;
  outlet: string | null;
  /** ISO 8601 with the zone as given, a local time without zone, or a date alone. */
  publishedAt: string | null;
  language: string | null;
  canonicalUrl: string | null;
  kind: string | null;
  /** Links inside the main text, absolute http(s) addresses. */
  links: { text: string; href: string }[];
  /** Where each page begins in `fullText`, for documents that have pages. */
  pages?: number[];
};

/** What is known of a document without readable words: a picture, a scan of `pageCount` pages. */
export function withoutWords(pageCount = 0): Extraction {
  const unknown = { title: null, byline: null, outlet: null, publishedAt: null, language: null };
  const pages = pageCount > 0 ? { pages: Array<number>(pageCount).fill(0) } : {};
  return { fullText: "", mainRanges: [], ...unknown, canonicalUrl: null, kind: null, links: [], ...pages };
}

/** The words alone, for what a person wrote down: names and dates in it are of what was said, not of the note. */
export function wordsAlone({ fullText, mainRanges, language }: Extraction): Extraction {
  return { ...withoutWords(), fullText, mainRanges, language };
}

/** The main text of an extraction: its ranges joined by blank lines. */
export function mainText(extraction: Pick<Extraction, "fullText" | "mainRanges">): string {
  const { fullText, mainRanges } = extraction;
  // Without characters of two units, which most texts are, code points are units.
  if (!/[\u{10000}-\u{10ffff}]/u.test(fullText))
    return mainRanges.map(([start, end]) => fullText.slice(start, end)).join("\n\n");
  const points = Array.from(fullText);
  return mainRanges.map(([start, end]) => points.slice(start, end).join("")).join("\n\n");
}

const mostCloselyRead = 100_000;

/**
 * As much of a text as rules read sentence by sentence: 100,000 characters, some forty pages. What is longer is a
 * document; its later words can be quoted like any, but nothing is suggested from them.
 */
export function closelyRead(text: string): string {
  // A piece of a string holds on to all of it; what is kept at hand of a book is not to keep the book.
  return structuredClone(text.slice(0, mostCloselyRead));
}

/** The same bound for the ranges of a main text: those that hold its first 100,000 characters. */
export function closelyReadRanges(ranges: readonly [number, number][]): [number, number][] {
  let left = mostCloselyRead;
  return ranges.flatMap(([start, end]): [number, number][] => {
    const length = Math.max(0, Math.min(end - start, left));
    left -= length;
    return length > 0 ? [[start, start + length]] : [];
  });
}

/** Text that a database and a selector can hold: LF line ends, no NUL, no half of a surrogate pair. */
export function normaliseText(text: string): string {
  // Hardly any text of a page has one of these.
  if (!/[\r\0\ud800-\udfff]/.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(/\0|\p{Surrogate}/gu, "");
}

/** Turns ordered UTF-16 ranges over `text` into code-point ranges. */
export function toCodePoints(text: string, ranges: readonly [number, number][]): [number, number][] {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return ranges.map(([start, end]) => [start, end]);
  let unit = 0;
  let point = 0;
  const advance = (to: number): number => {
    while (unit < to) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    return point;
  };
  return ranges.map(([start, end]) => [advance(start), advance(end)]);
}

const notNames =
  /^(?:admin|administrator|editor|redaction|staff|webmaster|unknown|guest|null|undefined|https?:.*|@.*|\d+)$/i;

/** A byline without "By", dates, reading times and addresses; `null` when no name is left. */
export function cleanByline(raw: string): string | null {
  let text = raw.replace(/\s+/g, " ").trim();
  text = text.replace(/^(?:written |posted |story )?(?:by|von|par|por|author|автор|від)\b[:\s]\s*/iu, "");
  text = text.replace(/^(?:автор|від|текст)\s*:?\s+/iu, "");
  const date = findDate(text);
  if (date) text = text.slice(0, date.start);
  text = text
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,?\s*$/i, "")
    .replace(/\b(?:updated|published|posted)\b.*$/i, "")
    .replace(/\S+@\S+|https?:\S+/g, "")
    .replace(/\b\d+ min(?:utes?)? read\b.*$/i, "")
    .replace(/^[\s,|·•–—-]+|[\s,|·•–—:-]+$/gu, "");
  if (text.length < 2 || text.length > 160 || notNames.test(text) || !/\p{L}/u.test(text)) return null;
  return text;
}

/** Runs of white space as a browser shows them: one space. */
export function squeeze(text: string): string {
  return /[\t\n\r\f]| {2}/.test(text) ? text.replace(/[ \t\n\r\f]+/g, " ") : text;
}

/** Letters and digits only: how the same words are recognised across markup. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The first usable headline, without the site's name behind a bar or dash. */
export function pickTitle(candidates: (string | null | undefined)[], siteName: string | null): string | null {
  const site = bare(siteName ?? "");
  const title = candidates.find((candidate) => candidate && candidate.length > 3 && bare(candidate) !== site);
  if (!title) return null;
  const last = title.split(/\s+[|–—»·-]\s+/).at(-1) ?? "";
  const isSite = bare(last) === site || (title.includes(` | ${last}`) && last.split(/\s+/).length <= 4);
  return last !== title && isSite
    ? title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»·-]+$/, "")
    : title;
}

/** An absolute http(s) address, resolved against `base`; `null` for anything else. */
export function httpUrl(value: string | null | undefined, base?: string | null): string | null {
  if (!value) return null;
  try {
    const url = new URL(value, base ?? undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** The host of an address. */
export function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname : null;
}

const agencies =
  /^(?:reuters|(?:the )?associated press|ap|afp|agence france-presse|dpa|efe|ansa|yonhap|kyodo(?: news)?|xinhua|tass|interfax(?:-ukraine)?|ukrinform|pa media|upi|united press international)$/i;
const dateline = /^[^\n]{0,80}?\((?:Reuters|AP|AFP|dpa|EFE|ANSA|UPI|Xinhua|Kyodo)\)\s*[-–—:]/u;

/** "wire", "social", "dataset" or "news" when the source itself says so plainly, otherwise `null`. */
export function guessKind(found: {
  outlet: string | null;
  byline: string | null;
  host: string | null;
  types: readonly string[];
  opening: string;
}): string | null {
  const { outlet, byline, host, types, opening } = found;
  if (host && /(?:^|\.)(?:x|twitter|facebook|instagram|tiktok|t|threads|vk)\.(?:com|me|net)$/.test(host))
    return "social";
  if ((outlet && agencies.test(outlet)) || (byline && agencies.test(byline)) || dateline.test(opening))
    return "wire";
  if (types.includes("SocialMediaPosting")) return "social";
  if (types.includes("Dataset")) return "dataset";
  return types.includes("NewsArticle") || types.includes("ReportageNewsArticle") ? "news" : null;
}

/** Where pages state time and author, in order of trust; "selector@attribute", lists parted by " ; ". What the page states for machines first, then what it shows. */
export const headPlaces = {
  dateMeta:
    "article:published_time og:article:published_time datePublished parsely-pub-date sailthru.date date pubdate publish-date publication_date dc.date dc.date.issued dcterms.created citation_publication_date",
  date: "[itemprop~=datePublished]@content ; [itemprop~=datePublished]@datetime ; time[pubdate]@datetime ; article time[datetime]@datetime ; time[datetime]@datetime ; time ; [class*=publish i][class*=date i], [class*=article-date i], [class*=post-date i], [class*=entry-date i]",
  authorMeta: "author article:author parsely-author sailthru.author dc.creator byl",
  author:
    "[rel=author] ; [itemprop~=author] [itemprop~=name] ; [itemprop~=author] ; [class*=byline i] a, [class*=author-name i] ; [class*=byline i]",
};
