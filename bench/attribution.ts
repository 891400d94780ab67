import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { gunzipSync } from "node:zlib";
import { builtInOutlets, outletEndings, sameOutlet } from "../lib/attributions/known-outlets";
import { sourceSpans } from "../lib/attributions/source-spans";
import { suggestAttributions } from "../lib/attributions/suggest-attributions";
import { codePointLength, sliceCodePoints } from "../lib/quotes/code-points";
import { sentenceSpans } from "../lib/quotes/sentences";
import { exitCodeOf } from "./measured";
import { scoreRealPairs } from "./reuse/real-pairs";
import { reuseEvents } from "./reuse/events";
import { independentReports } from "./reuse/independents";
import { scoreIndependents, scorePairs, type ScoredPair } from "./reuse/score-pairs";
import { plainSourceSpans } from "./source-baseline";

/**
 * Who is cited, and which texts are copies: `npm run bench:attribution [-- --json]`. Source spans and citing articles
 * are counted on the development part of PolNeAR (Newell, Margolin and Ruths 2018), which nothing was fitted to; a
 * span is right when it and an annotated one share half of the longer of the two, each used once. Reuse is counted on
 * events written for this, and on PolNeAR's own articles: one event, different outlets, at most three days apart. Ends as
 * `exitCodeOf` its lines.
 */
type Span = { start: number; end: number };
type Annotated = { text: string; ranges: [number, number][] };
type Row = {
  article: string;
  text: string;
  attributions: { Source?: Annotated[]; Cue?: Annotated[] }[];
};
type Score = { right: number; found: number; expected: number };
type Line = {
  metric: string;
  ours: number;
  baselines: Record<string, number>;
  /** The least that a measure should reach; of what was called a copy and is none, the most. */
  limit: number | null;
  ratio: number | null;
  holds: boolean | null;
};

const directory = process.env.BENCH_DATA_DIR ?? "../shared/data";
const file = `${directory}/polnear_dev.jsonl.gz`;

/** The outlets that wrote the articles, by the beginning of their names. */
const writers: Record<string, string> = {
  breitbart: "Breitbart",
  huff: "Huffington Post",
  "huff-post": "Huffington Post",
  nyt: "New York Times",
  politico: "Politico",
  "usa-today": "USA Today",
  "wash-post": "Washington Post",
  "west-journal": "Western Journalism",
};
const outletOf = (row: Row) => writers[row.article.split("_")[0]!] ?? row.article.split("_")[0]!;

const distinct = (spans: readonly Span[]): Span[] => [
  ...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values(),
];

function annotatedSpans(row: Row): Span[] {
  return distinct(
    row.attributions.flatMap(({ Source = [] }) =>
      Source.map(({ ranges }) => ({
        start: Math.min(...ranges.map(([start]) => start)),
        end: Math.max(...ranges.map(([, end]) => end)),
      })),
    ),
  );
}

const share = (a: Span, b: Span) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / Math.max(a.end - a.start, b.end - b.start);

/** Each annotated span is used for one found span at most, the one that fits best. */
function match(found: readonly Span[], expected: readonly Span[]): Score {
  const free = new Set(expected);
  let right = 0;
  for (const span of found) {
    const best = [...free].reduce<Span | null>(
      (kept, one) =>
        share(one, span) >= 0.5 && (kept === null || share(one, span) > share(kept, span)) ? one : kept,
      null,
    );
    if (!best) continue;
    free.delete(best);
    right += 1;
  }
  return { right, found: found.length, expected: expected.length };
}

const sum = (scores: readonly Score[]): Score =>
  scores.reduce((a, b) => ({
    right: a.right + b.right,
    found: a.found + b.found,
    expected: a.expected + b.expected,
  }));

function measures({ right, found, expected }: Score) {
  const precision = found === 0 ? 0 : right / found;
  const recall = expected === 0 ? 0 : right / expected;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

function lines(name: string, ours: Score, plain: Score): Line[] {
  const [a, b] = [measures(ours), measures(plain)];
  const limit = round(b.f1 + 0.15);
  return (["precision", "recall", "f1"] as const).map((metric) => ({
    metric: `${name} ${metric}`,
    ours: round(a[metric]),
    baselines: { "verb list and nearest noun phrase": round(b[metric]) },
    ratio: b[metric] === 0 ? null : round(a[metric] / b[metric]),
    ...(metric === "f1" ? { limit, holds: round(a.f1) >= limit } : { limit: null, holds: null }),
  }));
}

const outletNames = [
  ...builtInOutlets,
  ...Object.values(writers).map((name) => ({ name, also: [] as string[] })),
]
  .flatMap(({ name, also }) => [name, ...also])
  .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&"));
const namedOutlet = new RegExp(`(?<![\\p{L}\\p{N}])(?:${outletNames.join("|")})(?![\\p{L}\\p{N}])`, "gu");

/** Whether words name an outlet other than the article's own. */
function namesOutlet(words: string, own: string): boolean {
  const names = words.match(namedOutlet) ?? [];
  const byEnding = Array.from(
    words.matchAll(/\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)+/gu),
    ([name]) => name,
  ).filter((name) => outletEndings.test(name));
  return [...names, ...byEnding].some((name) => !sameOutlet(name, own) && !own.includes(name));
}

/** Articles that cite another outlet or agency: annotators name it in a source, or in the cue ("told CNN"). */
function citing(row: Row, words: readonly string[]): boolean {
  return words.some((one) => namesOutlet(one, outletOf(row)));
}

function scoreCiting(rows: readonly Row[], predict: (row: Row) => boolean): Score {
  return sum(
    rows.map((row) => {
      const expected = citing(
        row,
        row.attributions.flatMap(({ Source = [], Cue = [] }) => [...Source, ...Cue].map(({ text }) => text)),
      );
      const found = predict(row);
      return { right: Number(expected && found), found: Number(found), expected: Number(expected) };
    }),
  );
}

function plainSpans(row: Row): Span[] {
  const points = (at: number) => codePointLength(row.text.slice(0, at));
  return plainSourceSpans(row.text, sentenceSpans(row.text)).map(({ start, end }) => ({
    start: points(start),
    end: points(end),
  }));
}

function isOursCiting(row: Row): boolean {
  const outlet = outletOf(row);
  const input = { text: row.text, title: null, byline: null, outlet, links: [], language: "en" };
  const outlets = Object.values(writers).map((name) => ({ name, also: [], host: null }));
  return suggestAttributions({ ...input, outlets }).some(({ relay }) => relay !== null);
}

function sourceLines(rows: readonly Row[]): Line[] {
  const ours = sum(rows.map((row) => match(distinct(sourceSpans(row.text)), annotatedSpans(row))));
  const plain = sum(rows.map((row) => match(distinct(plainSpans(row)), annotatedSpans(row))));
  const plainCiting = scoreCiting(rows, (row) =>
    citing(
      row,
      plainSpans(row).map(({ start, end }) => sliceCodePoints(row.text, start, end)),
    ),
  );
  return [
    ...lines("source spans", ours, plain),
    ...lines("articles citing an outlet", scoreCiting(rows, isOursCiting), plainCiting),
  ];
}

function reuseLines(pairs: readonly ScoredPair[]): Line[] {
  const score = (isFound: (pair: ScoredPair) => boolean): Score => ({
    right: pairs.filter((pair) => pair.expected === "reuse" && isFound(pair)).length,
    found: pairs.filter(isFound).length,
    expected: pairs.filter((pair) => pair.expected === "reuse").length,
  });
  const isOurs = ({ ours, isRightWay }: ScoredPair) => ours !== null && isRightWay;
  const ours = measures(score(isOurs));
  const plain = measures(score(({ isPlain }) => isPlain));
  const line = (metric: string, mine: number, theirs: number, limit: number | null): Line => ({
    metric,
    ours: round(mine),
    baselines: { "half of all 5-word shingles": round(theirs) },
    limit,
    ratio: null,
    holds: limit === null ? null : mine <= limit,
  });
  const wrong = (kind: ScoredPair["kind"], isFound: (pair: ScoredPair) => boolean) =>
    pairs.filter((pair) => pair.kind === kind && isFound(pair)).length;
  const count = (kind: ScoredPair["kind"]) => pairs.filter((pair) => pair.kind === kind).length;
  const called = ({ ours: found }: ScoredPair) => found !== null;
  return [
    line("reuse pairs precision", ours.precision, plain.precision, null),
    line("reuse pairs recall", ours.recall, plain.recall, null),
    ...(["independent", "translation", "unrelated"] as const).map((kind) =>
      line(
        `${kind === "independent" ? "true independents" : `${kind}s`} called copies, of ${count(kind)}`,
        wrong(kind, called),
        wrong(kind, ({ isPlain }) => isPlain),
        0,
      ),
    ),
  ];
}

function main(): void {
  const isJson = process.argv.includes("--json");
  const pairs = [...scorePairs(reuseEvents), ...scoreIndependents(independentReports)];
  const rows: Line[] = reuseLines(pairs);
  if (existsSync(file)) {
    const articles = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
    const parsed = articles.map((line) => JSON.parse(line) as Row);
    const real = scoreRealPairs(parsed.map((row) => ({ ...row, outlet: outletOf(row) })));
    rows.unshift(...sourceLines(parsed));
    rows.push({
      metric: `real articles of different outlets called copies, of ${real.pairs} pairs`,
      ours: real.called.length,
      baselines: {},
      limit: null,
      ratio: null,
      holds: null,
    });
    if (process.argv.includes("--verbose")) console.log(real.called.join("\n"));
  } else if (!isJson) {
    console.log(`attribution: without PolNeAR, ${file} is not there (set BENCH_DATA_DIR)`);
  }
  if (process.argv.includes("--verbose"))
    for (const pair of pairs.filter(({ expected, ours }) => (expected === "reuse") !== (ours !== null)))
      console.log(pair.event, pair.kinds, pair.ours);
  process.exitCode = exitCodeOf(rows);
  const machine = `${cpus()[0]?.model ?? "unknown"}, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  if (isJson) return console.log(JSON.stringify({ name: "attribution", rows, machine, date }));
  for (const { metric, ours, baselines, limit, holds } of rows) {
    const others = Object.entries(baselines).map(([name, value]) => `${name} ${value}`);
    const aim = limit === null ? [] : [`${holds ? "✓" : "✗"} aim ${limit}`];
    console.log([`${metric}: ${ours}`, ...others, ...aim].join("; "));
  }
}

main();
