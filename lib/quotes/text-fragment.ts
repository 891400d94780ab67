import { codePointLength, hasLoneSurrogate } from "./code-points";
import { CONTEXT_LENGTH } from "./match-quote";

/** Quotes longer than this, in code units, are named by their first and last words. */
const WHOLE_MAX = 150;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 4;

/** Percent-encodes a part of a text directive; `-` `,` and `&` are its syntax. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(/-/g, "%2D");
}

const words = (text: string) => text.trim().split(/\s+/u).filter(Boolean);

/**
 * The address of a page that scrolls to a quote: `url#:~:text=prefix-,start,end,-suffix` (WICG "URL Fragment Text
 * Directives"). An existing fragment is kept, an older directive replaced. Long quotes and quotes over several lines
 * become `start,end`. Null when the address is not http(s) or the words cannot be encoded.
 */
export function textFragmentUrl(
  url: string,
  quote: { exact: string; prefix?: string; suffix?: string },
): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  const { exact, prefix = "", suffix = "" } = quote;
  if (words(exact).length === 0 || [exact, prefix, suffix].some(hasLoneSurrogate)) return null;
  const before = contextBefore(prefix, exact);
  const after = contextAfter(suffix, exact);
  const directive = [
    before === "" ? [] : [`${encode(before)}-`],
    rangeOf(exact).map(encode),
    after === "" ? [] : [`-${encode(after)}`],
  ].flat();
  const fragment = parsed.hash.replace(/^#/, "").replace(/:~:.*$/s, "");
  parsed.hash = "";
  return `${parsed.href.replace(/#$/, "")}#${fragment}:~:text=${directive.join(",")}`;
}

function rangeOf(exact: string): string[] {
  const all = words(exact);
  const isWhole = exact.trim().length <= WHOLE_MAX && !/[\n\r\u2028\u2029]/.test(exact.trim());
  if (isWhole || all.length < 2) return [all.join(" ")];
  const edge = Math.min(EDGE_WORDS, Math.floor(all.length / 2));
  return [all.slice(0, edge).join(" "), all.slice(-edge).join(" ")];
}

/** Context that fills its measure may begin or end in the middle of a word. */
const isCutOff = (context: string) => codePointLength(context) >= CONTEXT_LENGTH;

/** The last whole words before the quote, on its line: browsers match whole words inside one block. */
function contextBefore(prefix: string, exact: string): string {
  const line =
    prefix
      .replace(/\s+$/u, "")
      .split(/[\n\r\u2028\u2029]/)
      .at(-1) ?? "";
  const isGlued = /[\p{L}\p{N}]$/u.test(prefix) && /^[\p{L}\p{N}]/u.test(exact);
  const all = words(line);
  const whole = line === prefix.trimEnd() && isCutOff(prefix) && /^\S/u.test(prefix) ? all.slice(1) : all;
  return isGlued ? "" : whole.slice(-CONTEXT_WORDS).join(" ");
}

function contextAfter(suffix: string, exact: string): string {
  const line = suffix.replace(/^\s+/u, "").split(/[\n\r\u2028\u2029]/)[0] ?? "";
  const isGlued = /[\p{L}\p{N}]$/u.test(exact) && /^[\p{L}\p{N}]/u.test(suffix);
  const all = words(line);
  const whole =
    line === suffix.trimStart() && isCutOff(suffix) && /\S$/u.test(suffix) ? all.slice(0, -1) : all;
  return isGlued ? "" : whole.slice(0, CONTEXT_WORDS).join(" ");
}
