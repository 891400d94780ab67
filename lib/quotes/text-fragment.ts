import { codePointLength, hasLoneSurrogate } from "./code-points";
import { CONTEXT_LENGTH } from "./match-quote";
import { cutsWord } from "./occurrences";

/** Quotes longer than this, in code units, are named by their first and last words. */
const WHOLE_MAX = 150;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 4;
/** A quote of so many words stands once; its neighbours, which pages change, need not be named. */
const ALONE_WORDS = 8;
const BREAK = /[\n\r\t\u2028\u2029]/;

/** Percent-encodes a part of a text directive; `-` `,` and `&` are its syntax. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(/-/g, "%2D");
}

const words = (text: string) => text.trim().split(/\s+/u).filter(Boolean);

/**
 * The address of a page that scrolls to a quote and marks it: `url#:~:text=prefix-,start,end,-suffix` (WICG "URL
 * Fragment Text Directives"). An existing fragment is kept, an older directive replaced. Long quotes and quotes over
 * several blocks become `start,end`; short ones, and those that cut a word, name their neighbours too. Null when the
 * address is not http(s) or the words cannot be encoded.
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
  const isAlone = words(exact).length >= ALONE_WORDS;
  const before = isAlone && !cutsWord(prefix, exact) ? "" : contextBefore(prefix);
  const after = isAlone && !cutsWord(exact, suffix) ? "" : contextAfter(suffix);
  const directive = [
    before === "" ? [] : [`${encode(before)}-`],
    rangeOf(exact).map(encode),
    after === "" ? [] : [`-${encode(after)}`],
  ].flat();
  const fragment = parsed.hash.replace(/^#/, "").replace(/:~:.*$/s, "");
  parsed.hash = "";
  return `${parsed.href.replace(/#$/, "")}#${fragment}:~:text=${directive.join(",")}`;
}

/** The quote whole, or its first and last words: as many as it takes for the last to stand once after the first. */
function rangeOf(exact: string): string[] {
  const blocks = exact
    .trim()
    .split(BREAK)
    .map(words)
    .filter((block) => block.length > 0);
  const all = blocks.flat();
  if (blocks.length < 2 && exact.trim().length <= WHOLE_MAX) return [all.join(" ")];
  if (all.length < 2) return [all.join(" ")];
  // Each end must lie inside one block: browsers match no words across two.
  const half = Math.floor(all.length / 2);
  const first = Math.min(EDGE_WORDS, half, blocks[0]!.length);
  const most = Math.min(all.length - first, blocks.at(-1)!.length);
  let last = Math.min(EDGE_WORDS, most);
  while (last < most && standsEarlier(all, first, last)) last += 1;
  return [all.slice(0, first).join(" "), all.slice(-last).join(" ")];
}

function standsEarlier(all: readonly string[], first: number, last: number): boolean {
  const rest = all.slice(first).join(" ").toLowerCase();
  const end = all.slice(-last).join(" ").toLowerCase();
  return rest.indexOf(end) < rest.length - end.length;
}

/** Context that fills its measure may begin or end in the middle of a word. */
const isCutOff = (context: string) => codePointLength(context) >= CONTEXT_LENGTH;

/** The last words before the quote, in the block that it stands in or the one before: browsers want whole blocks. */
function contextBefore(prefix: string): string {
  const line = prefix.trimEnd().split(BREAK).at(-1) ?? "";
  const all = words(line);
  const isPartial = line === prefix.trimEnd() && isCutOff(prefix) && /^\S/u.test(prefix);
  return (isPartial ? all.slice(1) : all).slice(-CONTEXT_WORDS).join(" ");
}

function contextAfter(suffix: string): string {
  const line = suffix.trimStart().split(BREAK)[0] ?? "";
  const all = words(line);
  const isPartial = line === suffix.trimStart() && isCutOff(suffix) && /\S$/u.test(suffix);
  return (isPartial ? all.slice(0, -1) : all).slice(0, CONTEXT_WORDS).join(" ");
}
