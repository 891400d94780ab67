import { cleanAddress } from "./clean-address";
import { readHtml, type Piece } from "./read-html";

/** Words of one look. */
export type Run = { text: string; isBold: boolean; isItalic: boolean; href: string | null };

/**
 * A paragraph, heading, quotation or list item; `level` is 1 or 2 of a heading, 1 and on of an item. The `number` of an item
 * is what was written before it, where it does not follow from the item above.
 */
export type Block = {
  kind: "paragraph" | "heading" | "quote" | "item";
  level: number;
  isOrdered: boolean;
  number: number | null;
  runs: Run[];
};

type Frame = {
  name: string;
  isBold: boolean;
  isItalic: boolean;
  href: string | null;
  /** Its words are none of the author's: a comment, a hidden part. */
  isHidden: boolean;
  /** Inside Word's own bullet or number of an item. */
  isMarker: boolean;
  block: Omit<Block, "runs"> | null;
  listDepth: number;
};

const blockNames = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table tr section article header footer main aside figure figcaption dl dt dd hr address".split(
    " ",
  ),
);
/** What begins or ends a row, also of a table in a cell. */
const rowNames = new Set(["table", "tr"]);
const root: Frame = {
  name: "",
  isBold: false,
  isItalic: false,
  href: null,
  isHidden: false,
  isMarker: false,
  block: null,
  listDepth: 0,
};
const mostDepth = 500;

/** The paragraphs of a clipboard's HTML with what of their look means something; the rest of the look is left behind. */
export function cleanBlocks(html: string): Block[] {
  const reader = new BlockReader();
  for (const piece of readHtml(html)) reader.take(piece);
  return reader.end();
}

class BlockReader {
  private blocks: Block[] = [];
  private open: Frame[] = [root];
  private current: Block | null = null;
  private marker = "";
  /** The item whose further paragraphs belong to it. */
  private item: Block | null = null;

  private get top(): Frame {
    return this.open.at(-1)!;
  }

  take(piece: Piece): void {
    if (piece.kind === "text") this.say(piece.text);
    else if (piece.kind === "close") this.close(piece.name);
    else {
      if (blockNames.has(piece.name) || piece.name === "br") this.breakAt(piece.name);
      if (piece.name === "li") this.item = null;
      if ((piece.name === "td" || piece.name === "th") && this.current) this.say(" · ");
      if (!piece.isEmpty && this.open.length < mostDepth) this.open.push(frameOf(piece, this.top));
    }
  }

  end(): Block[] {
    this.flush();
    stepwise(this.blocks);
    return this.blocks;
  }

  /** A row stays one line, whatever breaks and paragraphs its cells hold: programs write one in each cell. */
  private breakAt(name: string): void {
    const isInCell = this.open.some((frame) => frame.name === "td" || frame.name === "th");
    if (isInCell && !rowNames.has(name)) this.say(" ");
    else this.flush();
  }

  private close(name: string): void {
    if (blockNames.has(name)) this.breakAt(name);
    if (name === "li" || name === "ul" || name === "ol") this.item = null;
    const at = this.open.findLastIndex((frame) => frame.name === name);
    if (at > 0) this.open.length = at;
  }

  private say(written: string): void {
    const { isHidden, isMarker, isBold, isItalic, href, block } = this.top;
    if (isHidden) return;
    const text = written.replace(/[\u200b\ufeff\u00ad]/g, "").replace(/[\s\p{Cc}\u00a0]+/gu, " ");
    if (isMarker) {
      this.marker += text;
      return;
    }
    if (text === "" || (text === " " && !this.current)) return;
    this.current ??= begin(block);
    const last = this.current.runs.at(-1);
    if (last && last.isBold === isBold && last.isItalic === isItalic && last.href === href) last.text += text;
    else this.current.runs.push({ text, isBold, isItalic, href });
  }

  private flush(): void {
    const [block, marker] = [this.current, this.marker.trim()];
    this.current = null;
    this.marker = "";
    if (!block) return;
    block.runs = tidyRuns(block.runs);
    if (block.runs.length === 0) return;
    const isWordItem = marker !== "" && block.kind === "item";
    if (isWordItem) {
      block.isOrdered = /^\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(marker);
      // Of "2.3." the level itself counts 3.
      block.number = numberOf(/(\d+)[.)]?$/.exec(marker)?.[1]);
    }
    const isGoingOn =
      !isWordItem && block.kind === "item" && this.item !== null && this.item === this.blocks.at(-1);
    if (isGoingOn) {
      this.item!.runs = tidyRuns([...this.item!.runs, { ...plain, text: " " }, ...block.runs]);
      return;
    }
    this.blocks.push(block);
    this.item = block.kind === "item" && !isWordItem ? block : null;
  }
}

/** A block with the look of what it stands in; the number that this had for its first words is used up. */
function begin(within: Frame["block"]): Block {
  const block = { ...(within ?? { ...lookOf("paragraph") }), runs: [] };
  if (within) within.number = null;
  return block;
}

/** A number as Markdown can write it before an item (CommonMark 0.31.2, 5.2). */
const numberOf = (written: string | undefined): number | null =>
  written !== undefined && /^\d{1,9}$/.test(written.trim()) ? Number(written) : null;

/** Gives items that follow each other levels without gaps: 1, then at most one deeper than the item before. */
function stepwise(blocks: readonly Block[]): void {
  let above: number[] = [];
  for (const block of blocks) {
    if (block.kind !== "item") above = [];
    else {
      above = [...above.filter((level) => level < block.level), block.level];
      block.level = above.length;
    }
  }
}

const plain = { isBold: false, isItalic: false, href: null };

/** Spaces once and none at the ends, and outside what is bold, italic or linked. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let endsInSpace = true;
  for (const run of runs) {
    const core = run.text.trim();
    const pieces = core === "" ? [] : [{ ...run, text: core.replace(/ {2,}/g, " ") }];
    const begins = run.text.startsWith(" ");
    if (begins && !endsInSpace) tidy.push({ ...plain, text: " " });
    endsInSpace ||= begins;
    for (const piece of pieces) {
      tidy.push(piece);
      endsInSpace = false;
    }
    if (core !== "" && run.text.endsWith(" ")) {
      tidy.push({ ...plain, text: " " });
      endsInSpace = true;
    }
  }
  if (tidy.at(-1)?.text === " ") tidy.pop();
  return joined(tidy);
}

/** Neighbours of one look as one run; a space between two of one look takes theirs. */
function joined(runs: readonly Run[]): Run[] {
  const isAlike = (a: Run, b: Run) => a.isBold === b.isBold && a.isItalic === b.isItalic && a.href === b.href;
  const out: Run[] = [];
  runs.forEach((run, index) => {
    const [last, next] = [out.at(-1), runs[index + 1]];
    if (last && (isAlike(last, run) || (run.text === " " && next && isAlike(last, next))))
      last.text += run.text;
    else out.push({ ...run });
  });
  return out;
}

function frameOf({ name, attributes }: Extract<Piece, { kind: "open" }>, above: Frame): Frame {
  const style = (attributes.style ?? "").toLowerCase();
  const isList = name === "ul" || name === "ol";
  const listDepth = above.listDepth + Number(isList);
  return {
    name,
    isBold: isBold(name, style) ?? above.isBold,
    isItalic: isItalic(name, style) ?? above.isItalic,
    href: name === "a" ? cleanAddress(attributes.href ?? "") : above.href,
    isHidden: above.isHidden || isHidden(name, style, attributes),
    isMarker: above.isMarker || /mso-list:\s*ignore/.test(style),
    block: blockOf(name, style, attributes, isList ? listDepth : above.listDepth, above) ?? above.block,
    listDepth,
  };
}

/** Google Docs wraps all it copies in `<b style="font-weight:normal">`, so a style wins over its tag. */
function isBold(name: string, style: string): boolean | null {
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/.exec(style)?.[1];
  if (weight) return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  return name === "b" || name === "strong" ? true : /^h[1-6]$/.test(name) ? false : null;
}

function isItalic(name: string, style: string): boolean | null {
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/.exec(style)?.[1];
  if (slant) return slant === "italic" || slant === "oblique";
  return ["i", "em", "cite", "dfn"].includes(name) ? true : null;
}

/** What Word and Docs copy with the words: hidden text, comments and the marks that lead to them. */
function isHidden(name: string, style: string, attributes: Record<string, string>): boolean {
  return (
    /display:\s*none|mso-hide:\s*all|mso-element:\s*comment|mso-comment-reference/.test(style) ||
    /MsoComment/i.test(attributes.class ?? "") ||
    (name === "a" && /^#_?(?:cmnt|msocom)/i.test(attributes.href ?? "")) ||
    (name === "del" && attributes.cite !== undefined)
  );
}

const lookOf = (kind: Block["kind"], level = 1, isOrdered = false, number: number | null = null) => ({
  ...{ kind, level, isOrdered, number },
});

function blockOf(
  name: string,
  style: string,
  attributes: Record<string, string>,
  depth: number,
  above: Frame,
): Frame["block"] {
  const isTitle = /MsoTitle/.test(attributes.class ?? "");
  const heading = /^h([1-6])$/.exec(name)?.[1] ?? (isTitle ? "1" : undefined);
  if (heading) return lookOf("heading", Number(heading) <= 2 ? 1 : 2);
  // An item of a list says how its list looks to Word; the list itself stands around it.
  const wordLevel = name === "li" ? undefined : /mso-list:\s*\w+\s+level(\d)/.exec(style)?.[1];
  if (wordLevel) return lookOf("item", Number(wordLevel));
  if (name === "ul" || name === "ol")
    return lookOf("item", Math.max(1, depth), name === "ol", numberOf(attributes.start));
  if (name === "li" && above.block?.kind === "item" && attributes.value !== undefined)
    return { ...above.block, number: numberOf(attributes.value) };
  if (name === "blockquote") return lookOf("quote");
  return name === "table" ? lookOf("paragraph") : null;
}
