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
};

/** The main text of an extraction: its ranges joined by blank lines. */
export function mainText(extraction: Pick<Extraction, "fullText" | "mainRanges">): string {
  const points = Array.from(extraction.fullText);
  return extraction.mainRanges.map(([start, end]) => points.slice(start, end).join("")).join("\n\n");
}

/** Text that a database and a selector can hold: LF line ends, no NUL, no half of a surrogate pair. */
export function cleanText(text: string): string {
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

const monthStems: [string, number][] = [
  ["jan|janvier|ene|gen(?:naio)?|stycz|січ|янв", 1],
  ["feb|févr?|fevr|fev|lut|лют|фев", 2],
  ["mar|mär|mrz|март|бер", 3],
  ["apr|avr|abr|kwie|квіт|апр", 4],
  ["may|mai|maj|mag|трав|ма[йя]", 5],
  ["jun|juin|giu|czerw|черв|июн", 6],
  ["jul|juil|lug|lip|лип|июл", 7],
  ["aug|août|aout|ago|sierp|серп|авг", 8],
  ["sep|set|wrze|верес|сент", 9],
  ["oct|okt|out|ott|paźdz|жовт|окт", 10],
  ["nov|listopad|листоп|ноя", 11],
  ["dec|dez|déc|dic|grud|груд|дек", 12],
];
const month = `(?:${monthStems.map(([stem]) => stem).join("|")})\\p{L}*\\.?`;
const shapes: { pattern: RegExp; order: "ymd" | "dmy" | "mdy" }[] = [
  { pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u, order: "ymd" },
  {
    pattern: new RegExp(`(?<!\\p{L})(${month})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "iu"),
    order: "mdy",
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]+(?:de\\s+)?(${month}),?[\\s-]+(?:de\\s+)?(\\d{4})(?!\\d)`,
      "iu",
    ),
    order: "dmy",
  },
  { pattern: /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/u, order: "dmy" },
  { pattern: /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/u, order: "mdy" },
];

/** Abbreviations that mean one offset only; "CST", "IST" and "BST" do not, so they are not here. */
const zones: Record<string, string> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  est: "-05:00",
  edt: "-04:00",
  cdt: "-05:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  eest: "+03:00",
};
const clock =
  /^[\s,|·•–—-]*(?:T|at|um|о|об|в|à|a las|kl\.?)?\s*(\d{1,2})(?::|h|\.(?=\d\d\s*(?:uhr|[ap]\.?m)))(\d{2})(:\d{2}(?:[.,]\d+)?)?(?!\d)\s*(?:uhr)?\s*([ap]\.?m\b\.?)?\s*\(?([+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?!\d)|(?:Z|UTC|GMT|[A-Z]{3,4})(?!\p{L}))?/iu;

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const found = monthStems.find(([stem]) => new RegExp(`^(?:${stem})`, "iu").test(word));
  return found ? found[1] : 0;
}

function clockAfter(rest: string): { iso: string; length: number } | null {
  const match = clock.exec(rest);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  let hour = Number(match[1]);
  if (half?.startsWith("p") && hour < 12) hour += 12;
  if (half?.startsWith("a") && hour === 12) hour = 0;
  if (hour > 23 || Number(match[2]) > 59) return null;
  const given = match[5] ?? "";
  const offset = /^[+-]/.test(given)
    ? given.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h: string, m?: string) => `${h}:${m ?? "00"}`)
    : (zones[given.toLowerCase()] ?? "");
  const seconds = (match[3] ?? "").replace(",", ".");
  return { iso: `T${String(hour).padStart(2, "0")}:${match[2]}${seconds}${offset}`, length: match[0].length };
}

/**
 * The first date in a text, with a time when one follows it: ISO 8601, the zone only as stated. 03/04/2024 names no
 * day and is no date; 03/24/2024 does. Offsets are UTF-16, for slicing. `null` when there is none.
 */
export function findDate(text: string): { value: string; start: number; end: number } | null {
  let best: { value: string; start: number; end: number } | null = null;
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(text);
    if (!match || (best && best.start <= match.index)) continue;
    const [first = "", second = "", third = ""] = match.slice(1);
    let [year, monthAt, day] = order === "ymd" ? [first, second, third] : [third, second, first];
    if (order === "mdy") [monthAt, day] = [first, second];
    if (match[0].includes("/") && order === "mdy") {
      if (Number(first) <= 12 && Number(second) <= 12 && first !== second) continue;
      if (Number(first) > 12) [monthAt, day] = [second, first];
    }
    const m = monthNumber(monthAt);
    const d = Number(day);
    if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) continue;
    const stop = match.index + match[0].length;
    const time = clockAfter(text.slice(stop, stop + 60));
    year = `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
    best = { value: year + (time?.iso ?? ""), start: match.index, end: stop + (time?.length ?? 0) };
  }
  return best;
}

/** A stated time as ISO 8601 without inventing anything; `null` when it states no day. */
export function normaliseDate(raw: string): string | null {
  const text = raw.trim().slice(0, 200);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?$/.exec(text);
  if (compact) {
    const [, y, m, d, hh, mm, ss, z] = compact;
    return findDate(`${y}-${m}-${d}${hh ? `T${hh}:${mm}:${ss ?? "00"}${z}` : ""}`)?.value ?? null;
  }
  return findDate(text)?.value ?? null;
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
  return text.replace(/[ \t\n\r\f]+/g, " ");
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

/** What a page's JSON-LD says about the article it carries. */
export type StructuredArticle = {
  types: string[];
  headline: string | null;
  authors: string[];
  publisher: string | null;
  datePublished: string | null;
  language: string | null;
  body: string | null;
};

type Node = Record<string, unknown>;
const articleType = /(?:Article|Posting|Report|Review|Recipe|Dataset)$/;

function flattenNodes(values: readonly unknown[]): Node[] {
  const nodes: Node[] = [];
  const queue: { value: unknown; depth: number }[] = values.map((value) => ({ value, depth: 0 }));
  for (let at = 0; at < queue.length && at < 5_000; at += 1) {
    const { value, depth } = queue[at] ?? { value: null, depth: 0 };
    if (typeof value !== "object" || value === null || depth > 8) continue;
    if (!Array.isArray(value)) nodes.push(value as Node);
    for (const child of Object.values(value))
      if (typeof child === "object") queue.push({ value: child, depth: depth + 1 });
  }
  return nodes;
}

function strings(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((item): item is string => typeof item === "string" && item.trim() !== "")
    .map(unescapeHtml);
}

/** Names of people or organisations, which stand as text, as objects, or as references into the graph. */
function names(value: unknown, nodes: readonly Node[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return strings(item);
    const own = strings((item as Node).name);
    const id = (item as Node)["@id"];
    if (own.length > 0 || typeof id !== "string") return own;
    return strings(nodes.find((node) => node["@id"] === id && node.name !== undefined)?.name).slice(0, 1);
  });
}

function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };
  return text
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, dec, hex, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole;
      const point = dec ? Number(dec) : parseInt(String(hex), 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .trim();
}

function parseScript(script: string): unknown {
  const raw = script.replace(/^\s*(?:<!--|\/\*?.*?CDATA\[\S*)|(?:-->|\/?\*?\/?\]\]>\S*)\s*$/g, "");
  try {
    return JSON.parse(raw.replace(/[\u0000-\u001f]+/g, " ")) as unknown;
  } catch {
    return null;
  }
}

/**
 * The article in the JSON-LD scripts of a page: the article node that has a body, else a headline (schema.org).
 * What does not parse is passed over.
 */
export function readJsonLd(scripts: readonly string[]): StructuredArticle | null {
  const nodes = flattenNodes(scripts.map(parseScript));
  const isArticle = (node: Node) => strings(node["@type"]).some((type) => articleType.test(type));
  const articles = nodes.filter(isArticle);
  const node =
    articles.find((item) => item.articleBody !== undefined) ??
    articles.find((item) => item.headline !== undefined && item.datePublished !== undefined) ??
    articles.find((item) => item.headline !== undefined) ??
    nodes.find((item) => item.datePublished !== undefined && item.headline !== undefined);
  if (!node) return null;
  return {
    types: strings(node["@type"]),
    headline: strings(node.headline)[0] ?? strings(node.name)[0] ?? null,
    authors: names(node.author, nodes),
    publisher: names(node.publisher, nodes)[0] ?? null,
    datePublished: strings(node.datePublished)[0] ?? null,
    language: strings(node.inLanguage)[0] ?? null,
    body: strings(node.articleBody)[0] ?? strings(node.reviewBody)[0] ?? null,
  };
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
