import { pictureType } from "../captures/picture";
import { recordingType } from "../captures/recording";

export type SniffedKind =
  "html" | "pdf" | "docx" | "xlsx" | "csv" | "picture" | "recording" | "text" | "binary";

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  Array.from(bytes.subarray(start, end), (byte) => String.fromCharCode(byte)).join("");

const htmlOpening =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|script|title|meta|link|style|iframe|h1|div|font|table|a|br|p|article|main|section|header|span|b|i|strong|em|ul|ol)(?=[\s>/])/i;

function kindOfZip(bytes: Uint8Array): "docx" | "xlsx" | "binary" {
  // Entry names stand in local headers and again in the central directory at the end.
  const names = ascii(bytes, 0, 4096) + ascii(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  if (names.includes("word/document")) return "docx";
  return names.includes("xl/workbook") ? "xlsx" : "binary";
}

/** Bytes that no text holds (https://mimesniff.spec.whatwg.org/#binary-data-byte), in the first 4 KB. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  return head.some((b) => b <= 8 || b === 0x0b || (b >= 0x0e && b <= 0x1a) || (b >= 0x1c && b <= 0x1f));
}

/**
 * What a file is, by its first bytes; the declared type and the name only decide between HTML, cells and plain text.
 * An encrypted or old Word file (OLE container) is "docx" when its name says so, so that reading it can explain.
 */
export function sniffKind(
  bytes: Uint8Array,
  declaredType?: string | null,
  fileName?: string | null,
): SniffedKind {
  const declared = (declaredType ?? "").toLowerCase();
  const name = (fileName ?? "").toLowerCase();
  if (pictureType(bytes)) return "picture";
  if (recordingType(bytes)) return "recording";
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return "pdf";
  if (ascii(bytes, 0, 4) === "PK\u0003\u0004") return kindOfZip(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return /\.docx?$/.test(name) || /msword|wordprocessingml/.test(declared) ? "docx" : "binary";
  }
  if (looksBinary(bytes)) return "binary";
  const head = decodeText(bytes.subarray(0, 4096), null, false).text;
  if (htmlOpening.test(head)) return "html";
  const saysHtml = /html/.test(declared) || /\.x?html?$/.test(name);
  if (saysHtml && /<[a-z!/]/i.test(head)) return "html";
  const saysCells = /\/(?:csv|tab-separated-values)/.test(declared) || /\.(?:csv|tsv)$/.test(name);
  return saysCells ? "csv" : "text";
}

function decoderFor(label: string | null | undefined): TextDecoder | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, ""));
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** The charset a page declares for itself; UTF-16 there is read as UTF-8, as the HTML standard has it. */
function metaCharset(bytes: Uint8Array): string | null {
  const head = ascii(bytes, 0, 4096);
  const label =
    /<meta[^>]+charset\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  if (!label) return null;
  return /^utf-?16/i.test(label) ? "utf-8" : label;
}

/** Cyrillic in one byte reads as mostly lower-case letters in windows-1251 and as accented noise in windows-1252. */
function guessLegacy(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 20_000);
  const high = head.filter((b) => b >= 0x80).length;
  const asciiLetters = head.filter((b) => (b | 32) >= 97 && (b | 32) <= 122).length;
  const lower = head.filter((b) => b >= 0xe0 || b === 0xb3 || b === 0xbf || b === 0xba).length;
  return high > 20 && high > asciiLetters && lower / high > 0.7 ? "windows-1251" : "windows-1252";
}

function isValid(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What windows-1252 has at 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some versions of Node decode windows-1252 as ISO-8859-1 and turn quotation marks into control characters. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  const text = new TextDecoder(charset).decode(bytes);
  if (charset !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (mark) => windows1252[mark.charCodeAt(0) - 0x80] ?? mark);
}

/**
 * Bytes as text: byte order mark, then UTF-8 where high bytes prove it, the declared charset, the page's own, a one-byte
 * guess; the first that fits without a replacement wins. An unknown label is passed over. `replaced` says that some bytes
 * were no text in any of them and stand as U+FFFD.
 */
export function decodeText(
  bytes: Uint8Array,
  declaredCharset: string | null | undefined,
  isHtml: boolean,
): { text: string; charset: string; replaced: boolean } {
  const mark = byteOrderMark(bytes);
  // Sequences of high bytes that are valid UTF-8 are hardly ever anything else, whatever a server's default says.
  const isUtf8 = !mark && bytes.some((byte) => byte >= 0x80) && isValid(bytes, "utf-8");
  const labels = mark
    ? [mark]
    : [isUtf8 ? "utf-8" : null, declaredCharset, isHtml ? metaCharset(bytes) : null, "utf-8"];
  const decoders = labels.map(decoderFor).filter((decoder) => decoder !== null);
  const fitting = decoders.find(({ encoding }) => isValid(bytes, encoding));
  // A cut or slightly damaged UTF-8 file is still UTF-8: it is no one-byte text if most high bytes decode.
  const declared = decoders[0]?.encoding ?? "utf-8";
  const text = new TextDecoder(declared).decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  const charset = fitting?.encoding ?? (mark || foreign > broken ? declared : guessLegacy(bytes));
  return { text: decodeAs(charset, bytes), charset, replaced: !isValid(bytes, charset) };
}
