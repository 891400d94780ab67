/**
 * A region of a document, picture, table or recording as a W3C media fragment
 * (https://www.w3.org/TR/media-frags/, RFC 7111 for tables, RFC 8118 for pages of a PDF).
 */
export type Region = {
  page: number | null;
  /** Percent of width and height, from the top left corner. */
  box: { x: number; y: number; width: number; height: number } | null;
  /** Seconds; `to` is `null` when only the beginning is given. */
  time: { from: number; to: number | null } | null;
  /** As a spreadsheet names it: B7. */
  cell: string | null;
  row: string | null;
  column: string | null;
};

const known = ["page", "xywh", "t", "row", "col", "cell", "char", "line"];
const number = String.raw`\d{1,9}(?:\.\d{1,6})?`;
const pixels = new RegExp(String.raw`^(?:pixel:)?${number}(?:,${number}){3}$`);
const percent = new RegExp(String.raw`^percent:(${number}),(${number}),(${number}),(${number})$`);
const seconds = new RegExp(String.raw`^(?:npt:)?(${number})?(?:,(${number}))?$`);

function readBox(value: string): Region["box"] | undefined {
  const match = percent.exec(value);
  if (!match) return pixels.test(value) ? null : undefined;
  const [x, y, width, height] = match.slice(1).map(Number) as [number, number, number, number];
  const isInside = width > 0 && height > 0 && x + width <= 100.001 && y + height <= 100.001;
  return isInside ? { x, y, width, height } : undefined;
}

function readTime(value: string): Region["time"] | undefined {
  const match = seconds.exec(value);
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const [from, to] = [Number(match[1] ?? 0), match[2] === undefined ? null : Number(match[2])];
  return to !== null && to <= from ? undefined : { from, to };
}

/** The parts of a fragment; `null` when it is none that can be held: unknown names, a box outside, an end before its start. */
export function readRegion(fragment: string): Region | null {
  const parts = [...new URLSearchParams(fragment.replace(/^#/, ""))];
  if (parts.length === 0 || parts.some(([key, value]) => !known.includes(key) || value === "")) return null;
  const value = (key: string) => parts.find(([name]) => name === key)?.[1] ?? null;
  const [page, box, time] = [value("page"), value("xywh"), value("t")];
  const region = {
    page: page === null ? null : /^[1-9]\d{0,5}$/.test(page) ? Number(page) : undefined,
    box: box === null ? null : readBox(box),
    time: time === null ? null : readTime(time),
    cell: value("cell"),
    row: value("row"),
    column: value("col"),
  };
  return Object.values(region).includes(undefined) ? null : (region as Region);
}

const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** The fragment of what is given; an empty text when nothing is. Percent are kept to a tenth. */
export function regionFragment(given: Partial<Region>): string {
  const { page, box, time, cell, row, column } = given;
  const parts: string[] = [];
  if (page) parts.push(`page=${page}`);
  if (box) parts.push(`xywh=percent:${[box.x, box.y, box.width, box.height].map(rounded).join(",")}`);
  if (time) parts.push(`t=${time.from}${time.to === null ? "" : `,${time.to}`}`);
  if (cell) parts.push(`cell=${encodeURIComponent(cell)}`);
  if (row) parts.push(`row=${encodeURIComponent(row)}`);
  if (column) parts.push(`col=${encodeURIComponent(column)}`);
  return parts.join("&");
}

/**
 * Seconds of a time as people write it: 75, 1:15, 90:30, 1:02:15.5; `null` for anything else, also for what no clock shows,
 * such as 1:75, which is more likely a slip than 2:15.
 */
export function readClock(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if ((hours !== null && minutes! >= 60) || (minutes !== null && seconds! >= 60)) return null;
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + seconds!;
}

/** Seconds as a clock shows them: 1:15, 1:02:15. */
export function clock(time: number): string {
  const whole = Math.floor(time);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Whether the frame is the whole picture or page. */
export function isWhole({ box }: Region): boolean {
  return box !== null && box.width >= 100 && box.height >= 100;
}

/** A region in the desk's words: “page 3, a part of it”, “from 1:02 to 1:15”. What cannot be read stays as it is. */
export function regionInWords(fragment: string): string {
  const region = readRegion(fragment);
  if (!region) return fragment;
  const { page, time, cell, row, column } = region;
  const words = [
    page === null ? "" : `page ${page}`,
    frameInWords(region, fragment),
    time === null ? "" : `from ${clock(time.from)}${time.to === null ? "" : ` to ${clock(time.to)}`}`,
    cell === null ? "" : `cell ${cell}`,
    row === null ? "" : `row ${row}`,
    column === null ? "" : `column ${column}`,
  ].filter(Boolean);
  return words.join(", ") || fragment;
}

function frameInWords(region: Region, fragment: string): string {
  if (!fragment.includes("xywh=")) return "";
  if (region.page !== null) return isWhole(region) ? "" : "a part of it";
  return isWhole(region) ? "the whole picture" : "a part of the picture";
}

/** The page (1-based) on which a code point stands, by where each page begins; `null` for what has no pages. */
export function pageAt(pageStarts: readonly number[], at: number): number | null {
  const page = pageStarts.findLastIndex((start) => start <= at) + 1;
  return page > 0 ? page : null;
}
