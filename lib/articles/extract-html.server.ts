import "server-only";
import { Readability } from "@mozilla/readability";
import {
  cleanByline,
  cleanText,
  guessKind,
  normaliseDate,
  readJsonLd,
  toCodePoints,
  type Extraction,
  type StructuredArticle,
} from "./extraction";
import { guessLanguage } from "./language";
import { countWords, densestRun, isBoilerplate, isProse } from "./extract-dump";
import { parseInert } from "./sanitize-html.server";

const marker = "data-cs-";
const maxElements = 40_000;
const skipped = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO SELECT DATALIST TEXTAREA".split(
    " ",
  ),
);
const spaced = new Set("P H1 H2 H3 H4 H5 H6 BLOCKQUOTE FIGURE FIGCAPTION PRE".split(" "));
const inline = new Set(
  "A ABBR ACRONYM B BDI BDO BIG BUTTON CITE CODE DATA DEL DFN EM FONT I INPUT INS KBD LABEL MARK METER NOBR OUTPUT Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE".split(
    " ",
  ),
);

/** A run of text between block boundaries. Offsets are UTF-16 over the page's text. */
type Block = {
  text: string;
  start: number;
  end: number;
  element: Element;
  linkChars: number;
  pieces: { key: string; chars: number }[];
  links: { text: string; href: string }[];
};

function isHidden(element: Element): boolean {
  if (element.tagName === "BODY" || element.tagName === "HTML") return false;
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

function markOf(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const marks = Array.from(at.attributes, ({ name }) => name).filter((name) => name.startsWith(marker));
    if (marks.length > 0) return String(Math.max(...marks.map((name) => Number(name.slice(marker.length)))));
  }
  return "";
}

function squeeze(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, " ");
}

/** Visits the tree in document order without recursion: `leave` is true on the way out of an element. */
function walk(root: Node, visit: (node: Node, leave: boolean) => boolean): void {
  const stack: { node: Node; leave: boolean }[] = [{ node: root, leave: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!visit(top.node, top.leave) || top.leave) continue;
    if (top.node.nodeType === 1) stack.push({ node: top.node, leave: true });
    for (let child = top.node.lastChild; child; child = child.previousSibling)
      stack.push({ node: child, leave: false });
  }
}

class TextReader {
  readonly blocks: Block[] = [];
  full = "";
  private buffer = "";
  private wide = false;
  private pieces: Block["pieces"] = [];
  private links: Block["links"] = [];
  private linkChars = 0;
  private element: Element | null = null;
  private anchor: { element: Element; from: number } | null = null;
  private pre = 0;
  private count = 0;

  /** Reads all visible text of `root` and marks its elements. */
  read(root: Element): void {
    walk(root, (node, leave) => (node.nodeType === 1 ? this.tag(node as Element, leave) : this.words(node)));
    this.flush();
  }

  private words(node: Node): boolean {
    if (node.nodeType !== 3) return false;
    const raw = cleanText(node.nodeValue ?? "");
    this.buffer += this.pre > 0 ? raw : squeeze(raw);
    const text = squeeze(raw).trim();
    if (text === "") return false;
    this.element ??= node.parentElement;
    this.pieces.push({ key: `${this.markNumber(node.parentElement)} ${text}`, chars: text.length });
    if (this.anchor) this.linkChars += text.length;
    return false;
  }

  private markNumber(element: Element | null): string {
    return element ? markOf(element) : "";
  }

  private tag(element: Element, leave: boolean): boolean {
    const name = element.tagName.toUpperCase();
    if (!leave && !this.mark(element, name)) return false;
    if (name === "BR" && !leave) this.buffer += "\n";
    if (name === "PRE") this.pre += leave ? -1 : 1;
    if (name === "A") this.link(element, leave);
    if (!inline.has(name) && name !== "BR") this.flush(spaced.has(name));
    return true;
  }

  /** Numbers the element; what is hidden says so in one way, and no style is left for a parser to trip over. */
  private mark(element: Element, name: string): boolean {
    const hidden = isHidden(element);
    if (hidden) element.setAttribute("hidden", "");
    element.removeAttribute("style");
    element.setAttribute(`${marker}${this.count++}`, "");
    return !hidden && !skipped.has(name);
  }

  private link(element: Element, leave: boolean): void {
    if (!leave) this.anchor = { element, from: this.buffer.length };
    else if (this.anchor) {
      const href = httpUrl((this.anchor.element as HTMLAnchorElement).href);
      const text = squeeze(this.buffer.slice(this.anchor.from)).trim();
      if (href && text) this.links.push({ text, href });
      this.anchor = null;
    }
  }

  private flush(wide = false): void {
    const lines = this.pre > 0 ? this.buffer : this.buffer.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ");
    const text = lines.replace(/^[ \t\n]+|[ \t\n]+$/g, "");
    if (text !== "" && this.element) {
      if (this.full !== "") this.full += wide || this.wide ? "\n\n" : "\n";
      const start = this.full.length;
      this.full += text;
      const { element, pieces, links, linkChars } = this;
      this.blocks.push({ text, start, end: this.full.length, element, pieces, links, linkChars });
      this.wide = wide;
    } else this.wide ||= wide;
    if (this.anchor) this.anchor.from = 0;
    this.buffer = "";
    this.pieces = [];
    this.links = [];
    this.linkChars = 0;
    this.element = null;
  }
}

function httpUrl(value: string | null | undefined, base?: string | null): string | null {
  if (!value) return null;
  try {
    const url = new URL(value, base ?? undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Letters and digits only: how the same words are recognised across markup. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Which blocks Readability keeps: at least half of the characters of a block. The document is consumed. */
function pickByReadability(document: Document, blocks: readonly Block[]): Set<number> {
  const owners = new Map<string, number[]>();
  blocks.forEach((block, index) =>
    block.pieces.forEach(({ key }) => owners.set(key, [...(owners.get(key) ?? []), index])),
  );
  const kept = new Map<number, number>();
  try {
    const article = new Readability(document, {
      serializer: (node) => node,
      maxElemsToParse: maxElements,
    }).parse();
    if (!article?.content) return new Set();
    walk(article.content, (node) => {
      if (node.nodeType !== 3) return node.nodeType === 1;
      const text = squeeze(cleanText(node.nodeValue ?? "")).trim();
      for (const index of owners.get(`${markOf(node.parentElement)} ${text}`) ?? [])
        kept.set(index, (kept.get(index) ?? 0) + text.length);
      return false;
    });
  } catch {
    return new Set();
  }
  const total = (block: Block) => block.pieces.reduce((sum, { chars }) => sum + chars, 0);
  return new Set([...kept].filter(([i, chars]) => chars * 2 >= total(blocks[i] as Block)).map(([i]) => i));
}

/** Which blocks stand in the article body that the page itself declares; empty unless they make up most of it. */
function pickByDeclaredBody(body: string | null, blocks: readonly Block[]): Set<number> {
  const declared = bare((body ?? "").replace(/<[^>]*>/g, " "));
  const picked = new Set<number>();
  if (declared.length < 200) return picked;
  let covered = 0;
  blocks.forEach((block, index) => {
    const words = bare(block.text);
    if (words.length < 20 || !declared.includes(words)) return;
    picked.add(index);
    covered += words.length;
  });
  return covered > declared.length * 0.7 ? picked : new Set();
}

/** Sentences that stand together, links left out: what remains when the tree says nothing. */
function pickByDensity(blocks: readonly Block[]): Set<number> {
  const isText = ({ text, linkChars }: Block) =>
    linkChars * 2 < text.length && isProse(text) && !isBoilerplate(text);
  const scores = blocks.map((block) =>
    isText(block) ? Math.min(countWords(block.text), 60) : -3 - Math.min(block.linkChars / 10, 10),
  );
  const [from, to] = densestRun(scores);
  return new Set(
    blocks.map((_, index) => index).filter((i) => i >= from && i < to && isText(blocks[i] as Block)),
  );
}

const size = (picked: ReadonlySet<number>, blocks: readonly Block[]): number =>
  [...picked].reduce((sum, index) => sum + (blocks[index]?.text.length ?? 0), 0);

/** The blocks of the article, in order. Consumes the document. */
function pickMain(
  document: Document,
  blocks: readonly Block[],
  body: string | null,
  title: string | null,
): Block[] {
  const declared = pickByDeclaredBody(body, blocks);
  const readable = declared.size > 0 ? declared : pickByReadability(document, blocks);
  const dense = pickByDensity(blocks);
  const isPoor = size(readable, blocks) < 250 || size(readable, blocks) < size(dense, blocks) * 0.4;
  const picked = isPoor && dense.size > 0 ? dense : readable;
  return [...picked]
    .sort((a, b) => a - b)
    .map((index) => blocks[index] as Block)
    .filter(({ text, linkChars }) => {
      if (isBoilerplate(text) || (title !== null && bare(text) === bare(title))) return false;
      return !(linkChars > text.length * 0.8 && !isProse(text));
    });
}

type Head = StructuredArticle & {
  siteName: string | null;
  canonicalUrl: string | null;
  declaredLanguage: string | null;
};

function readHead(document: Document, url: string | null): Head {
  const first = (pairs: [string, string][]): string | null => {
    for (const [selector, attribute] of pairs)
      for (const element of document.querySelectorAll(selector)) {
        const value = attribute === "text" ? element.textContent : element.getAttribute(attribute);
        if (value && value.trim() !== "") return squeeze(cleanText(value)).trim();
      }
    return null;
  };
  const meta = (...names: string[]) =>
    first(
      names.flatMap((n): [string, string][] => [
        [`meta[property="${n}" i]`, "content"],
        [`meta[name="${n}" i]`, "content"],
      ]),
    );
  const said = readJsonLd(jsonLd(document));
  const headings = document.querySelectorAll("h1");
  const heading = headings.length === 1 ? squeeze(headings[0]?.textContent ?? "").trim() : null;
  const times = first([
    ["[itemprop~=datePublished]", "content"],
    ["[itemprop~=datePublished]", "datetime"],
    ["time[pubdate]", "datetime"],
    ["article time[datetime]", "datetime"],
    ["time[datetime]", "datetime"],
    ["time", "text"],
    [
      "[class*=publish i][class*=date i], [class*=article-date i], [class*=post-date i], [class*=entry-date i]",
      "text",
    ],
  ]);
  const stated = [
    said?.datePublished,
    meta(
      "article:published_time",
      "og:article:published_time",
      "datePublished",
      "parsely-pub-date",
      "sailthru.date",
    ),
    meta(
      "date",
      "pubdate",
      "publish-date",
      "publication_date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "citation_publication_date",
    ),
    times,
  ];
  const authors = [
    said?.authors.join(", "),
    meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
    first([
      ["[rel=author]", "text"],
      ["[itemprop~=author]", "text"],
      ["[class*=byline i] a, [class*=author-name i]", "text"],
      ["[class*=byline i]", "text"],
    ]),
  ];
  const siteName = meta("og:site_name");
  return {
    types: said?.types ?? [],
    headline: pickTitle(
      [said?.headline, heading, meta("og:title", "twitter:title"), first([["title", "text"]])],
      siteName,
    ),
    authors: authors.map((value) => cleanByline(value ?? "")).filter((value) => value !== null),
    publisher: said?.publisher ?? null,
    datePublished: stated.map((value) => normaliseDate(value ?? "")).find((value) => value !== null) ?? null,
    language: said?.language ?? null,
    body: said?.body ?? null,
    siteName,
    canonicalUrl: httpUrl(first([["link[rel=canonical]", "href"]]) ?? meta("og:url"), url),
    declaredLanguage: document.documentElement.getAttribute("lang") ?? meta("og:locale"),
  };
}

function jsonLd(document: Document): unknown[] {
  return Array.from(document.querySelectorAll('script[type="application/ld+json" i]'), ({ textContent }) => {
    const raw = (textContent ?? "").replace(
      /^\s*(?:<!--|\/\*?.*?CDATA\[\S*)|(?:-->|\/?\*?\/?\]\]>\S*)\s*$/g,
      "",
    );
    try {
      return JSON.parse(raw.replace(/[\u0000-\u001f]+/g, " ")) as unknown;
    } catch {
      return null;
    }
  });
}

/** The headline without the site's name behind a bar or dash. */
function pickTitle(candidates: (string | null | undefined)[], siteName: string | null): string | null {
  const title = candidates.find(
    (candidate) => candidate && candidate.length > 3 && bare(candidate) !== bare(siteName ?? ""),
  );
  if (!title) return null;
  const parts = title.split(/\s+[|–—»·-]\s+/);
  const last = parts.at(-1) ?? "";
  if (
    parts.length > 1 &&
    (bare(last) === bare(siteName ?? "") || (title.includes(" | ") && countWords(last) <= 4))
  )
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»·-]+$/, "");
  return title;
}

/**
 * The article in a page of HTML. `fullText` is all that a reader can see, in document order, blocks on lines of
 * their own; hidden elements, scripts and styles are not in it. The main text comes from the body that the page
 * declares in JSON-LD, else from Readability, else from the densest run of sentences. Scripts never run, nothing is
 * loaded, and no input throws. `url` resolves relative links.
 */
export function extractHtml(html: string, url: string | null): Extraction {
  const document = parseInert(html, url);
  const head = readHead(document, url);
  const reader = new TextReader();
  reader.read(document.body ?? document.documentElement);
  const main = pickMain(document, reader.blocks, head.body, head.headline);
  const outlet = head.publisher ?? head.siteName;
  const byline = head.authors[0] ?? null;
  const declared =
    (head.language ?? head.declaredLanguage)
      ?.slice(0, 3)
      .toLowerCase()
      .replace(/[^a-z]/g, "") || null;
  const opening = main[0]?.text ?? "";
  return {
    fullText: reader.full,
    mainRanges: toCodePoints(
      reader.full,
      main.map((block): [number, number] => [block.start, block.end]),
    ),
    title: head.headline,
    byline,
    outlet,
    publishedAt: head.datePublished,
    language: guessLanguage(main.map((block) => block.text).join("\n")) ?? declared,
    canonicalUrl: head.canonicalUrl,
    kind: guessKind({ outlet, byline, host: hostOf(head.canonicalUrl ?? url), types: head.types, opening }),
    links: main.flatMap((block) => block.links).slice(0, 500),
  };
}

function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname : null;
}
