import { httpUrl, normaliseText, squeeze } from "./extraction";
import { PageElement } from "./page-dom";
import { PageText, type PageNode } from "./page-node";

const marker = "data-cs-";
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
export type Block = {
  text: string;
  start: number;
  end: number;
  element: PageElement;
  linkChars: number;
  pieces: { key: string; chars: number }[];
  links: { text: string; href: string }[];
};

function isHidden(element: PageElement): boolean {
  if (/^(?:BODY|HTML)$/.test(element.tagName)) return false;
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** A row of a table whose cells hold nothing but words on their line: it is read as one line. Tables that lay out a page are none. */
function isPlainRow(row: PageElement): boolean {
  const cells = row.children;
  return (
    cells.length > 1 &&
    cells.every(({ tagName }) => isCell(tagName)) &&
    cells.every((cell) => holdsOnlyWords(cell) && cell.textContent.length <= mostInCell)
  );
}

/** What a cell of figures, names or dates may hold, in code units; more is a text of its own. */
const mostInCell = 200;
const isCell = (name: string) => /^T[DH]$/i.test(name);

function holdsOnlyWords(cell: PageElement): boolean {
  let isPlain = true;
  walk(cell, (node, leave) => {
    if (!leave && node instanceof PageElement && node !== cell)
      isPlain &&= inline.has(node.tagName.toUpperCase());
    return isPlain;
  });
  return isPlain;
}

/** What an element was numbered with while its page was read: the number of the nearest that has one, or nothing. */
export function markOf(element: PageElement | null): string {
  for (let at = element; at; at = at.parentElement) {
    let mark = -1;
    for (const { name } of at.attributes)
      if (name.startsWith(marker)) mark = Math.max(mark, Number(name.slice(marker.length)));
    if (mark >= 0) return String(mark);
  }
  return "";
}

/** Visits the tree in document order without recursion: `leave` is true on the way out of an element. */
function walk(root: PageElement, visit: (node: PageNode, leave: boolean) => boolean): void {
  let at: PageNode | null = root;
  while (at) {
    const goesIn = visit(at, false);
    if (goesIn && at.firstChild) {
      at = at.firstChild;
      continue;
    }
    if (goesIn && at instanceof PageElement) visit(at, true);
    while (at && at !== root && !at.nextSibling) {
      at = at.parentElement;
      if (at) visit(at, true);
    }
    at = at === root ? null : (at?.nextSibling ?? null);
  }
}

/** Reads a page into blocks. */
class BlockReader {
  readonly blocks: Block[] = [];
  full = "";
  /** An element has so many children that removing them one by one, as Readability does, takes minutes. */
  isWide = false;
  private buffer = "";
  private wide = false;
  private pieces: Block["pieces"] = [];
  private links: Block["links"] = [];
  private linkChars = 0;
  private element: PageElement | null = null;
  private anchor: { element: PageElement; from: number } | null = null;
  private pre = 0;
  private count = 0;
  private readonly plainRows = new WeakMap<PageElement, boolean>();

  /** Addresses are meant from `base`. */
  constructor(private readonly base: string) {}

  /** Reads all visible text of `root` and marks its elements. */
  read(root: PageElement): void {
    walk(root, (node, leave) =>
      node instanceof PageElement ? this.tag(node, leave) : node instanceof PageText && this.words(node),
    );
    this.flush();
  }

  private words(node: PageText): boolean {
    const raw = normaliseText(node.data);
    this.buffer += this.pre > 0 ? raw : squeeze(raw);
    const text = squeeze(raw).trim();
    if (text === "") return false;
    this.element ??= node.parentElement;
    this.pieces.push({ key: `${markOf(node.parentElement)} ${text}`, chars: text.length });
    if (this.anchor) this.linkChars += text.length;
    return false;
  }

  private tag(element: PageElement, leave: boolean): boolean {
    const name = element.tagName.toUpperCase();
    if (!leave && !this.mark(element, name)) return false;
    if (name === "BR" && !leave) this.buffer += "\n";
    if (name === "PRE") this.pre += leave ? -1 : 1;
    if (name === "A") this.link(element, leave);
    if (isCell(name) && this.isInPlainRow(element)) {
      if (leave && element.nextElementSibling) this.buffer += "\t";
    } else if (!inline.has(name) && name !== "BR") this.flush(spaced.has(name));
    return true;
  }

  private isInPlainRow({ parentElement: row }: PageElement): boolean {
    if (row === null || row.tagName.toUpperCase() !== "TR") return false;
    const known = this.plainRows.get(row) ?? isPlainRow(row);
    this.plainRows.set(row, known);
    return known;
  }

  /** Numbers the element; what is hidden says so in one way, and no style is left for a parser to trip over. */
  private mark(element: PageElement, name: string): boolean {
    const hidden = isHidden(element);
    if (hidden) element.setAttribute("hidden", "");
    element.removeAttribute("style");
    this.isWide ||= element.childElementCount > maxChildren;
    element.setAttribute(`${marker}${this.count++}`, "");
    return !hidden && !skipped.has(name);
  }

  private link(element: PageElement, leave: boolean): void {
    if (!leave) this.anchor = { element, from: this.buffer.length };
    else if (this.anchor) {
      const href = httpUrl(this.anchor.element.getAttribute("href"), this.base);
      const text = squeeze(this.buffer.slice(this.anchor.from)).trim();
      if (href && text) this.links.push({ text, href });
      this.anchor = null;
    }
  }

  private flush(wide = false): void {
    const lines =
      this.pre > 0 ? this.buffer : this.buffer.replace(/ *([\n\t]) */g, "$1").replace(/ {2,}/g, " ");
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

/**
 * All visible text of `root` in document order, in blocks on lines of their own, a row of a table on one line with its
 * cells parted by tabs; addresses are meant from `base`. Its
 * elements are numbered for `markOf`, and whatever is hidden says so in one way.
 */
export function readBlocks(root: PageElement, base: string): Pick<BlockReader, "blocks" | "full" | "isWide"> {
  const reader = new BlockReader(base);
  reader.read(root);
  return reader;
}
