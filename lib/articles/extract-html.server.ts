import "server-only";
import { Readability } from "@mozilla/readability";
import {
  bare,
  cleanByline,
  guessKind,
  hostOf,
  httpUrl,
  normaliseText,
  squeeze,
  toCodePoints,
  type Extraction,
} from "./extraction";
import { readHead, type Head } from "./html-head";
import { guessLanguage } from "./language";
import { declaredBlocks, densestProse, isBoilerplate, isProse } from "./prose";
import { parseInert } from "./sanitize-html.server";

const marker = "data-cs-";
const maxElements = 40_000;
const maxChildren = 1_500;
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
  if (/^(?:BODY|HTML)$/.test(element.tagName)) return false;
  const style = element.getAttribute("style") ?? "";
  return element.hasAttribute("hidden") || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

function markOf(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const marks = Array.from(at.attributes, ({ name }) => name).filter((name) => name.startsWith(marker));
    if (marks.length > 0) return String(Math.max(...marks.map((name) => Number(name.slice(marker.length)))));
  }
  return "";
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
  /** An element has so many children that removing them one by one, as Readability does, takes minutes. */
  isWide = false;
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
    const raw = normaliseText(node.nodeValue ?? "");
    this.buffer += this.pre > 0 ? raw : squeeze(raw);
    const text = squeeze(raw).trim();
    if (text === "") return false;
    this.element ??= node.parentElement;
    this.pieces.push({ key: `${markOf(node.parentElement)} ${text}`, chars: text.length });
    if (this.anchor) this.linkChars += text.length;
    return false;
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
    this.isWide ||= element.childElementCount > maxChildren;
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
      const text = squeeze(normaliseText(node.nodeValue ?? "")).trim();
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

const apart =
  /(?:^|\s)(?:comments?|comments?[-_](?:list|section|area|container|wrapper|thread)|\S*comment[-_]?(?:list|content|text|body)|disqus\S*|cookie\S*|onetrust\S*|\S*consent\S*)(?=$|\s)/i;

/** Inside what its page names a comment section or consent dialogue. */
function isApart(element: Element): boolean {
  let at: Element | null = element;
  for (; at && !/^(?:BODY|ARTICLE|MAIN|HTML)$/.test(at.tagName); at = at.parentElement) {
    if (apart.test(at.id) || apart.test(at.getAttribute("class") ?? "")) return true;
  }
  return false;
}

/** The blocks of the article, in order. Consumes the document; without one (it is too deep or wide) density decides. */
function pickMain(document: Document | null, blocks: readonly Block[], head: Head): Block[] {
  const away = blocks.map(({ element }) => isApart(element));
  const size = (picked: readonly number[]) =>
    picked.reduce((sum, i) => sum + (blocks[i]?.text.length ?? 0), 0);
  const declared = declaredBlocks(head.body, blocks);
  const first = declared.size > 0 || !document ? declared : pickByReadability(document, blocks);
  const readable = [...first].filter((i) => !away[i]);
  const dense = [...densestProse(blocks.map((block, i) => (away[i] ? { text: "", linkChars: 0 } : block)))];
  const isPoor = size(readable) < 250 || size(readable) < size(dense) * 0.4;
  // Where nearly all of it is labelled so, the label means something else, unless there is other text.
  const fallback = readable.length > 0 ? readable : [...first];
  const chosen = new Set(isPoor && dense.length > 0 ? dense : fallback);
  const homes = new Map<Element | null, number>();
  for (const i of chosen) homes.set(homeOf(blocks[i]), (homes.get(homeOf(blocks[i])) ?? 0) + 1);
  // A sentence between paragraphs of the article is of the article, whatever a score made of it.
  const isMissed = (block: Block, i: number) => {
    const home = away[i] || block.linkChars * 2 > block.text.length ? null : homeOf(block);
    return home !== null && (homes.get(home) ?? 0) >= 3 && isProse(block.text);
  };
  return blocks.filter((block, i) => (chosen.has(i) || isMissed(block, i)) && !isLeftOver(block, head));
}

/** The element that holds a block's paragraph among its siblings; none for what is no paragraph. */
function homeOf(block: Block | undefined): Element | null {
  return block?.element.closest("p, blockquote")?.parentElement ?? null;
}

/** The page's own words inside the article: labels, the title again, the byline, a list of links. */
function isLeftOver({ text, linkChars, element }: Block, head: Head): boolean {
  if (isBoilerplate(text) || (head.headline !== null && bare(text) === bare(head.headline))) return true;
  if (text.length < 80 && head.authors.some((name) => bare(cleanByline(text) ?? "") === bare(name)))
    return true;
  return (
    linkChars > text.length * 0.8 &&
    !isProse(text) &&
    !/^H\d$/.test((element.closest("h1,h2,h3,h4,p") ?? element).tagName)
  );
}

/**
 * The article in a page of HTML. `fullText` is all that a reader can see, in document order, blocks on lines of
 * their own; hidden elements, scripts and styles are not in it. The main text comes from the body that the page
 * declares in JSON-LD, else from Readability, else from the densest run of sentences. Scripts never run, nothing is
 * loaded, and no input throws. `url` resolves relative links.
 */
export function extractHtml(html: string, url: string | null): Extraction {
  const { document, isDeep } = parseInert(html, url);
  const head = readHead(document, url);
  const reader = new TextReader();
  reader.read(document.body ?? document.documentElement);
  const main = pickMain(isDeep || reader.isWide ? null : document, reader.blocks, head);
  document.defaultView?.close();
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
