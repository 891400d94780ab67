import "server-only";
import { inflateRawSync } from "node:zlib";
import mammoth from "mammoth";
import { extractTextItems, getDocumentProxy, getMeta } from "unpdf";
import { extractHtml } from "./extract-html.server";
import { guessKind, normaliseText, toCodePoints, type Extraction } from "./extraction";
import { guessLanguage } from "./language";
import { estimateWords } from "./prose";

export type UnreadableCode = "encrypted" | "damaged" | "no-text" | "too-large";

const advice: Record<UnreadableCode, string> = {
  encrypted: "The file is protected by a password. Save a copy without one and upload that.",
  damaged:
    "The file could not be read; it may be damaged or cut off. Save or download it again and upload that.",
  "no-text":
    "The file holds no text, probably only scanned pages. Run text recognition (OCR) on it first, or paste the passage and keep the file as evidence of the page.",
  "too-large": "The file unpacks to more than 100 MB. Upload only the pages that are needed.",
};

/** A document whose text cannot be had. `message` says what the person who uploaded it can do. */
export class UnreadableDocument extends Error {
  constructor(
    readonly code: UnreadableCode,
    message: string = advice[code],
    options?: { cause?: unknown },
    /** Pages of a document that holds nothing but pictures of them. */
    readonly pageCount = 0,
  ) {
    super(message, options);
    this.name = "UnreadableDocument";
  }
}

const maxPages = 2_000;
type Item = { str: string; y: number; x: number; width: number; fontSize: number; hasEOL: boolean };

/** One page as lines; a gap clearly wider than the usual leading, or another type size, parts paragraphs. */
function pageText(items: readonly Item[]): string {
  const lines: { text: string; y: number; fontSize: number }[] = [];
  let line: { text: string; y: number; fontSize: number; right: number } | null = null;
  const close = () => {
    if (line && line.text.trim() !== "")
      lines.push({ text: line.text.trim(), y: line.y, fontSize: line.fontSize });
    line = null;
  };
  for (const item of items) {
    if (line && Math.abs(line.y - item.y) > Math.max(2, item.fontSize * 0.5)) close();
    if (!line) line = { text: "", y: item.y, fontSize: item.fontSize, right: item.x };
    const gap = item.x - line.right > item.fontSize * 0.2 && !/\s$/.test(line.text) && line.text !== "";
    line.text += (gap ? " " : "") + item.str;
    line.right = item.x + item.width;
    if (item.hasEOL) close();
  }
  close();
  const leadings = lines.slice(1).map(({ y }, index) => Math.abs((lines[index]?.y ?? y) - y));
  const usual = mostFrequent(leadings);
  return lines
    .map(({ text, fontSize }, index) => {
      const before = lines[index - 1];
      if (!before) return text;
      const isApart =
        (leadings[index - 1] ?? 0) > usual * 1.35 + 1 || Math.abs(before.fontSize - fontSize) > 1.5;
      return (isApart ? "\n\n" : "\n") + text;
    })
    .join("");
}

/** The commonest distance, to half a point; the smaller of two that are as common. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const rounded = Math.round(value * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

function asUnreadable(error: unknown): UnreadableDocument {
  if (error instanceof UnreadableDocument) return error;
  const name = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return new UnreadableDocument(/password|encrypt/i.test(name) ? "encrypted" : "damaged", undefined, {
    cause: error,
  });
}

/** Paragraphs as UTF-16 ranges; page numbers and lines that head or foot three pages or more are not main text. */
function mainParagraphs(text: string, pages: readonly string[]): [number, number][] {
  const edges = new Map<string, number>();
  const shape = (part: string) => part.replace(/\d+/g, "#").trim();
  for (const page of pages) {
    const parts = page.split("\n\n");
    for (const part of new Set([parts[0], parts.at(-1)])) {
      if (part) edges.set(shape(part), (edges.get(shape(part)) ?? 0) + 1);
    }
  }
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(/\S(?:(?!\n\n)[\s\S])*/g)) {
    const part = match[0].trimEnd();
    const isRunning = estimateWords(part) <= 12 && (edges.get(shape(part)) ?? 0) >= 3;
    if (estimateWords(part) >= 2 && !isRunning) ranges.push([match.index, match.index + part.length]);
  }
  return ranges;
}

/** Where each page begins in the joined text, in code points; an empty page begins where the next one does. */
function pageStarts(pages: readonly string[]): number[] {
  let at = 0;
  return pages.map((page) => {
    const start = at;
    if (page !== "") at += [...page].length + 2;
    return start;
  });
}

/**
 * The text of a PDF: line ends and hyphens as printed, blank lines between paragraphs and pages. The title is the
 * document's own only when its first page shows it; a PDF's author and creation time are those of the file, not of
 * the article, so they stay `null`. Throws `UnreadableDocument`.
 */
export async function extractPdf(bytes: Uint8Array): Promise<Extraction> {
  let pages: string[];
  let stated: string | null = null;
  try {
    // The reader takes its buffer away from the caller, so it gets a copy.
    const pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 });
    if (pdf.numPages > maxPages)
      throw new UnreadableDocument(
        "too-large",
        `The file has more than ${maxPages} pages. Upload only those that are needed.`,
      );
    const { items } = await extractTextItems(pdf);
    const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }));
    pages = items.map((page) => normaliseText(pageText(page)));
    stated = typeof info.Title === "string" ? info.Title.trim() : null;
    await pdf.destroy();
  } catch (error) {
    throw asUnreadable(error);
  }
  const fullText = pages.filter((page) => page !== "").join("\n\n");
  if (estimateWords(fullText) < 3)
    throw new UnreadableDocument("no-text", undefined, undefined, pages.length);
  const main = mainParagraphs(fullText, pages);
  const flat = (pages[0] ?? "").replace(/\s+/g, " ");
  const words = main.map(([start, end]) => fullText.slice(start, end)).join("\n\n");
  return {
    fullText,
    mainRanges: toCodePoints(fullText, main),
    pages: pageStarts(pages),
    title: stated && stated.length > 5 && flat.includes(stated) ? stated : null,
    byline: null,
    outlet: null,
    publishedAt: null,
    language: guessLanguage(words),
    canonicalUrl: null,
    kind: guessKind({ outlet: null, byline: null, host: null, types: [], opening: words.slice(0, 200) }),
    links: [],
  };
}

const maxUnpacked = 100 * 1024 * 1024;

/** Inflates every entry with a limit before the real reader does, which has none: sizes in a zip can lie. */
function refuseZipBomb(bytes: Uint8Array): void {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > view.length) throw new UnreadableDocument("damaged");
  let left = maxUnpacked;
  let at = view.readUInt32LE(end + 16);
  for (let n = view.readUInt16LE(end + 10); n > 0; n -= 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50)
      throw new UnreadableDocument("damaged");
    if (view.readUInt16LE(at + 8) & 1) throw new UnreadableDocument("encrypted");
    const packed = view.readUInt32LE(at + 20);
    const local = view.readUInt32LE(at + 42);
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    const method = view.readUInt16LE(at + 10);
    left -= method === 8 ? inflatedSize(view.subarray(from, from + packed), left) : packed;
    if (left <= 0) throw new UnreadableDocument("too-large");
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
}

function inflatedSize(packed: Uint8Array, limit: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: limit }).length;
  } catch (error) {
    const isLarge = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new UnreadableDocument(isLarge ? "too-large" : "damaged", undefined, { cause: error });
  }
}

/**
 * The text of a Word file (.docx); all of it is main text, its first heading, or the line that reads as one, is the title. The file's author and
 * times are not the article's and stay `null`. Throws `UnreadableDocument`.
 */
export async function extractDocx(bytes: Uint8Array): Promise<Extraction> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new UnreadableDocument(
      "encrypted",
      "The file is an old Word document (.doc) or protected by a password. Save it as .docx without a password and upload that.",
    );
  }
  let html: string;
  try {
    refuseZipBomb(bytes);
    // Word's "Title" style becomes the heading; pictures are left out, they carry no text.
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    };
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  } catch (error) {
    throw asUnreadable(error);
  }
  const found = extractHtml(`<!doctype html><body>${html}</body>`, null);
  if (estimateWords(found.fullText) === 0) throw new UnreadableDocument("no-text");
  const ranges = [...found.fullText.matchAll(/[^\n]*\S[^\n]*/g)].map((match): [number, number] => {
    const text = match[0].trimEnd();
    return [match.index, match.index + text.length];
  });
  const heading = /<h1>([\s\S]*?)<\/h1>/.exec(html)?.[1];
  return {
    ...found,
    mainRanges: toCodePoints(found.fullText, ranges),
    title: (heading && extractHtml(`<body><p>${heading}</p></body>`, null).fullText) || found.title,
    byline: null,
    outlet: null,
    publishedAt: null,
  };
}
