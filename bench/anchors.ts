/**
 * Quotes found where public test suites say they are: `npm run bench:anchors -- [--json]`; data in BENCH_DATA_DIR.
 * Each set prints passed of total, which is no limit (some are left out by design), and a reason for every case that does not
 * pass.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { extractHtml } from "../lib/articles/extract-html.server";
import { annotationSchema, selectorsOf } from "../scripts/test/web-annotation";
import { codePointLength, sliceCodePoints } from "../lib/quotes/code-points";
import { findRange } from "../lib/quotes/dom-range.client";
import { foldedWords } from "../lib/quotes/fold";
import { matchQuote, type QuoteSelector } from "../lib/quotes/match-quote";
import { textDirectiveCases } from "./text-directives";

const dataDir = process.env.BENCH_DATA_DIR ?? "../shared/data";
const asJson = process.argv.includes("--json");

export type Case = { name: string; passed: boolean; reason?: string };
type Place = { start: number; end: number };

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(dataDir, ...path), "utf8")) as T;
const readText = (...path: string[]): string => readFileSync(join(dataDir, ...path), "utf8");

type ApacheCase = {
  html: string;
  selector: QuoteSelector & { type: string };
  expected: {
    startContainerXPath: string;
    startOffset: number;
    endContainerXPath: string;
    endOffset: number;
  }[];
};

/** Where a node and an offset within it lie in the text of the whole document, in code points. */
function offsetIn(document: Document, xpath: string, offset: number): number {
  const node = document.evaluate(xpath, document, null, 9, null).singleNodeValue as Text;
  const walker = document.createTreeWalker(document, 4);
  let before = "";
  for (
    let text = walker.nextNode() as Text | null;
    text && text !== node;
    text = walker.nextNode() as Text | null
  )
    before += text.data;
  return codePointLength(before + node.data.slice(0, offset));
}

function placesFound(text: string, selector: QuoteSelector): Place[] {
  const match = matchQuote(text, selector);
  if (match.found === "many") return match.places;
  return match.found === "one" ? [{ start: match.start, end: match.end }] : [];
}

/** A range of the page that reads the same characters, whatever node it names as its end. */
function isShownAt(document: Document, { start, end }: Place): boolean {
  const root = document.documentElement;
  root.setAttribute("data-start", "0");
  const text = root.textContent ?? "";
  const range = findRange(root, { start, end });
  return start === end || range?.toString() === sliceCodePoints(text, start, end);
}

const isSame = (a: Place[], b: Place[]) => JSON.stringify(a) === JSON.stringify(b);

function apacheQuote(name: string, { html, selector, expected }: ApacheCase): Case {
  const { document } = new JSDOM(html).window;
  const wanted = expected.map((at) => ({
    start: offsetIn(document, at.startContainerXPath, at.startOffset),
    end: offsetIn(document, at.endContainerXPath, at.endOffset),
  }));
  const found = placesFound(document.documentElement.textContent ?? "", selector);
  const passed = isSame(found, wanted) && found.every((place) => isShownAt(document, place));
  if (passed) return { name, passed };
  const reason =
    selector.exact === ""
      ? "by design: an empty quote is refused, nothing can be verbatim about it"
      : wanted.length === 0 && found.length === 1
        ? "by design: neighbours tell passages apart and may have changed; words that stand there are found without them"
        : `found ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`;
  return { name, passed, reason };
}

function apachePosition(name: string, { html, selector, expected }: ApacheCase): Case {
  const { document } = new JSDOM(html).window;
  const { start = 0, end = 0 } = selector;
  const wanted = expected.map((at) => ({
    start: offsetIn(document, at.startContainerXPath, at.startOffset),
    end: offsetIn(document, at.endContainerXPath, at.endOffset),
  }));
  const passed = isSame([{ start, end }], wanted) && isShownAt(document, { start, end });
  return {
    name,
    passed,
    ...(passed ? {} : { reason: `position ${start} to ${end} reads other characters` }),
  };
}

function apacheCases(kind: "quote" | "position"): Case[] {
  const all = readJson<Record<string, Record<string, ApacheCase>>>("anchors", "apache-annotator-cases.json");
  const run = kind === "quote" ? apacheQuote : apachePosition;
  return Object.entries(all[`text-${kind}/match-cases`] ?? {}).map(([name, value]) => run(name, value));
}

type Rows = { rows: { target: { selector: Record<string, unknown>[] }[] }[] };

/** Each quote is found in the text that we extract and in the page's own; there at the place its position names. */
function hypothesisCases(): Case[] {
  return readdirSync(join(dataDir, "anchors"))
    .filter((file) => /^hypothesis-.*\.json$/.test(file))
    .flatMap((file) => {
      const html = readText("anchors", file.replace(/json$/, "html"));
      const ours = extractHtml(html, "https://example.org/").fullText;
      // With scripting, but running none: browsers count the markup in a noscript as text.
      const theirs = new JSDOM(html, { runScripts: "outside-only" }).window.document.body.textContent ?? "";
      return readJson<Rows>("anchors", file).rows.flatMap(({ target }, index) =>
        hypothesisCase(`${file} ${index + 1}`, target[0]!.selector, ours, theirs),
      );
    });
}

function hypothesisCase(
  name: string,
  selectors: Record<string, unknown>[],
  ours: string,
  theirs: string,
): Case[] {
  const [taken] = selectorsOf({ target: { source: "https://example.org/", selector: selectors } });
  if (!taken || !("quote" in taken)) return [];
  const { start, end, ...words } = taken.quote;
  const inOurs = matchQuote(ours, words);
  const inTheirs = matchQuote(theirs, taken.quote);
  const isFound = (match: typeof inOurs) =>
    match.found === "one" && foldedWords(match.exact) === foldedWords(words.exact);
  const isInPlace = inTheirs.found === "one" && inTheirs.start === start && inTheirs.end === end;
  return [
    { name: `${name}, captured text`, passed: isFound(inOurs), reason: `found ${inOurs.found}` },
    {
      name: `${name}, page`,
      passed: isFound(inTheirs) && isInPlace,
      reason: whereFound(inTheirs, start),
    },
  ];
}

function whereFound(match: ReturnType<typeof matchQuote>, start = 0): string {
  if (match.found !== "one") return `found ${match.found}`;
  const moved = match.start - start;
  return `the words are found by their neighbours, ${moved} characters from the position, which was taken on a page with other text before them`;
}

/** Every sentence of a page anchors at itself. */
function roundTripCases(): Case[] {
  return readdirSync(join(dataDir, "anchors"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const { fullText } = extractHtml(readText("anchors", file), "https://example.org/");
      let at = 0;
      const lost = fullText.split("\n").filter((line) => {
        const start = at;
        at += codePointLength(line) + 1;
        if (line.trim() === "") return false;
        const match = matchQuote(fullText, { exact: line, start, end: at - 1 });
        return match.found !== "one" || match.start !== start;
      });
      return { name: file, passed: lost.length === 0, reason: `lost: ${lost.slice(0, 3).join(" | ")}` };
    });
}

function annotationCases(kind: "correct" | "incorrect"): Case[] {
  return readdirSync(join(dataDir, "annotations", kind)).map((name) => {
    let isTaken = false;
    try {
      isTaken = annotationSchema.safeParse(readJson("annotations", kind, name)).success;
    } catch {
      // What is no JSON is refused too.
    }
    return { name, passed: isTaken === (kind === "correct"), reason: isTaken ? "accepted" : "refused" };
  });
}

function main(): void {
  if (!existsSync(join(dataDir, "anchors"))) {
    console.log(`anchors: skipped, ${join(dataDir, "anchors")} is not there (set BENCH_DATA_DIR)`);
    return;
  }
  const sets: Record<string, Case[]> = {
    "Apache Annotator, text quotes": apacheCases("quote"),
    "Apache Annotator, text positions": apacheCases("position"),
    "Hypothesis, pages and selectors": hypothesisCases(),
    "Every line of the pages anchors at itself": roundTripCases(),
    ...textDirectiveCases((name) => readText("anchors", name)),
    "W3C annotations, correct ones accepted": annotationCases("correct"),
    "W3C annotations, incorrect ones refused": annotationCases("incorrect"),
  };
  const rows = Object.entries(sets).map(([metric, cases]) => ({
    metric,
    ours: cases.filter(({ passed }) => passed).length,
    of: cases.length,
    limit: null,
    ratio: cases.filter(({ passed }) => passed).length / Math.max(1, cases.length),
    baselines: {},
    failures: cases
      .filter(({ passed }) => !passed)
      .map(({ name, reason }) => ({ name, reason: reason ?? "" })),
  }));
  if (asJson) {
    const machine = `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "cpu"}, Node ${process.version}`;
    console.log(JSON.stringify({ name: "anchors", rows, machine, date: new Date().toISOString() }, null, 2));
    return;
  }
  for (const { metric, ours, of, failures } of rows) {
    console.log(`${metric}: ${ours} of ${of}`);
    for (const { name, reason } of failures) console.log(`  - ${name}: ${reason}`);
  }
}

main();
