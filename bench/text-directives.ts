import { JSDOM } from "jsdom";
import { extractHtml } from "../lib/articles/extract-html.server";
import { foldedWords } from "../lib/quotes/fold";
import { occurrences } from "../lib/quotes/occurrences";
import type { Case } from "./anchors";

type Directive = { prefix: string | null; start: string; end: string | null; suffix: string | null };
type Place = { start: number; end: number };

type ScrollCase = { fragment: string; expectTarget: string; description: string };
type RangeCase = { directive: string; expectMatch: boolean; description: string };

/** A term as it is compared: case does not count, and what the text folds is folded. */
const term = (text: string) => foldedWords(text).toLowerCase();

/** The text directives of an address's fragment; what breaks the syntax is none (WICG "URL Fragment Text Directives"). */
function parseDirectives(fragment: string): Directive[] {
  const [, directives] = fragment.split(":~:");
  return (directives ?? "").split("&").flatMap((part) => {
    if (!part.startsWith("text=")) return [];
    const terms = part.slice("text=".length).split(",");
    const prefix = terms[0]?.endsWith("-") ? terms.shift()!.slice(0, -1) : null;
    const suffix = terms.at(-1)?.startsWith("-") ? terms.pop()!.slice(1) : null;
    if (terms.length < 1 || terms.length > 2 || terms.some((text) => text === "" || /^-|-$/.test(text)))
      return [];
    const read = (text: string | null | undefined) => (text == null ? null : term(decodeURIComponent(text)));
    return { prefix: read(prefix), start: read(terms[0])!, end: read(terms[1]), suffix: read(suffix) };
  });
}

/** A captured text, one block a line, and the places where a word begins or ends. */
type Words = { text: string; bounds: Set<number> };

function readWords(fullText: string): Words {
  const text = fullText.split("\n").map(term).join("\n");
  const bounds = new Set<number>([text.length]);
  for (const { index } of new Intl.Segmenter("en", { granularity: "word" }).segment(text)) bounds.add(index);
  return { text, bounds };
}

const skipSpace = ({ text }: Words, at: number) => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
const standsAt = ({ text }: Words, words: string, at: number) => text.startsWith(words, at);

/** Whether the suffix follows, and ends with a word. */
function hasSuffix(words: Words, suffix: string | null, end: number): boolean {
  if (suffix === null) return words.bounds.has(end);
  const at = skipSpace(words, end);
  return standsAt(words, suffix, at) && words.bounds.has(at + suffix.length);
}

/** The first place that the directive names, as the specification has it found; null when there is none. */
function findDirective(words: Words, { prefix, start, end, suffix }: Directive): Place | null {
  for (const opening of occurrences(words.text, prefix ?? start)) {
    if (!words.bounds.has(opening.start)) continue;
    const from = prefix === null ? opening.start : skipSpace(words, opening.end);
    if (!standsAt(words, start, from)) continue;
    const until = from + start.length;
    if (end === null) {
      if (hasSuffix(words, suffix, until)) return { start: from, end: until };
      continue;
    }
    if (!words.bounds.has(until)) continue;
    const closing = occurrences(words.text, end).find(
      (place) => place.start >= until && words.bounds.has(place.start) && hasSuffix(words, suffix, place.end),
    );
    if (closing) return { start: from, end: closing.end };
  }
  return null;
}

const readPage = (html: string) => readWords(extractHtml(html, "https://example.org/").fullText);

function rangeCases(html: string, cases: RangeCase[]): Case[] {
  const words = readPage(html);
  return cases.map(({ directive, expectMatch, description }) => {
    const [parsed] = parseDirectives(`#:~:${directive}`);
    const found = parsed ? findDirective(words, parsed) : null;
    const passed = (found !== null) === expectMatch;
    return { name: description, passed, ...(passed ? {} : { reason: whyNot(directive, found !== null) }) };
  });
}

function scrollCases(html: string, cases: ScrollCase[]): Case[] {
  const words = readPage(html);
  const { document } = new JSDOM(html).window;
  return cases.map(({ fragment, expectTarget, description }) => {
    const found = parseDirectives(fragment).flatMap((directive) => findDirective(words, directive) ?? [])[0];
    const element = document.getElementById(expectTarget);
    const isText = !["top", "element"].includes(expectTarget);
    const marked = found ? words.text.slice(found.start, found.end) : null;
    const passed = isText
      ? marked !== null && element !== null && term(element.textContent ?? "").includes(term(marked))
      : marked === null;
    return { name: description, passed, ...(passed ? {} : { reason: whyNot(fragment, marked !== null) }) };
  });
}

function whyNot(directive: string, isFound: boolean): string {
  if (/shadow/i.test(directive)) return "by design: made by a script, and captures run none";
  if (isFound && /hidden|display|none/i.test(directive))
    return "by design: hidden by a style sheet only, and a capture keeps what the bytes say";
  return isFound ? `found words that "${directive}" should not find` : `did not find "${directive}"`;
}

/** The Web Platform Tests for text fragments, on the text that we capture of their pages. */
export function textDirectiveCases(read: (name: string) => string): Record<string, Case[]> {
  const load = <T>(name: string) => (JSON.parse(read(`${name}.json`)) as { cases: T[] }).cases;
  return {
    "Web Platform Tests, finding text directives": rangeCases(
      read("wpt-find-range-target.html"),
      load<RangeCase>("wpt-find-range"),
    ),
    "Web Platform Tests, scrolling to text fragments": scrollCases(
      read("wpt-scroll-to-text-target.html"),
      load<ScrollCase>("wpt-scroll-to-text"),
    ),
  };
}
