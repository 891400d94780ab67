/**
 * Main text, title and date on two public sets of pages, against plain Readability in the same run.
 * `npm run bench:extraction -- [--json] [--limit=50]`; data in BENCH_DATA_DIR.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { extractHtml } from "../lib/articles/extract-html.server";
import { mainText, type Extraction } from "../lib/articles/extraction";
import { decodeText } from "../lib/articles/sniff";

const dataDir = process.env.BENCH_DATA_DIR ?? "../shared/data";
const limit = Number(process.argv.find((arg) => arg.startsWith("--limit="))?.slice(8) ?? Infinity);
const asJson = process.argv.includes("--json");

type Gold = {
  html: string;
  url: string;
  title?: string;
  date?: string;
  articleBody?: string;
  must_contain?: string[];
  must_not_contain?: string[];
};
type Score = { f1: number; tp: number; fn: number; fp: number; ms: number };

function readGold(name: string): Gold[] {
  const text = gunzipSync(readFileSync(join(dataDir, name, "gold.jsonl.gz"))).toString("utf8");
  return text
    .trim()
    .split("\n")
    .slice(0, limit)
    .map((line) => JSON.parse(line) as Gold);
}

function shingles(text: string): Map<string, number> {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - 3); i += 1) {
    const key = tokens.slice(i, i + 4).join(" ");
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function shingleF1(found: string, gold: string): number {
  const [a, b] = [shingles(found), shingles(gold)];
  const sum = (map: Map<string, number>) => [...map.values()].reduce((x, y) => x + y, 0);
  let common = 0;
  for (const [key, count] of a) common += Math.min(count, b.get(key) ?? 0);
  return sum(a) + sum(b) === 0 ? 1 : (2 * common) / (sum(a) + sum(b));
}

const squash = (text: string) => text.replace(/\s+/g, " ").trim();

function score(text: string, gold: Gold, ms: number): Score {
  const flat = squash(text);
  const has = (part: string) => flat.includes(squash(part));
  return {
    f1: gold.articleBody === undefined ? NaN : shingleF1(text, gold.articleBody),
    tp: (gold.must_contain ?? []).filter(has).length,
    fn: (gold.must_contain ?? []).filter((part) => !has(part)).length,
    fp: (gold.must_not_contain ?? []).filter(has).length,
    ms,
  };
}

/** Plain Readability; where a style sheet makes jsdom throw, the page is given to it once more without styles. */
function baseline(html: string, url: string): { text: string; title: string | null; date: string | null } {
  const parse = (source: string) =>
    new JSDOM(source, { url, virtualConsole: new VirtualConsole() }).window.document;
  try {
    const article = new Readability(parse(html)).parse();
    return {
      text: article?.textContent ?? "",
      title: article?.title ?? null,
      date: article?.publishedTime ?? null,
    };
  } catch (error) {
    const bare = html.replace(/<style\b[\s\S]*?<\/style>/gi, "").replace(/\sstyle="[^"]*"/gi, "");
    if (bare === html) throw error;
    return baseline(bare, url);
  }
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
const percentile = (values: number[], p: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? 0;

function summary(scores: Score[]) {
  const [tp, fn, fp] = (["tp", "fn", "fp"] as const).map((key) =>
    scores.reduce((sum, s) => sum + s[key], 0),
  ) as [number, number, number];
  const withF1 = scores.filter((s) => !Number.isNaN(s.f1));
  return {
    shingleF1: withF1.length > 0 ? mean(withF1.map((s) => s.f1)) : null,
    segmentPrecision: tp + fp > 0 ? tp / (tp + fp) : null,
    segmentRecall: tp + fn > 0 ? tp / (tp + fn) : null,
    segmentF1: tp > 0 ? (2 * tp) / (2 * tp + fp + fn) : null,
    p50Ms: percentile(
      scores.map((s) => s.ms),
      0.5,
    ),
    p95Ms: percentile(
      scores.map((s) => s.ms),
      0.95,
    ),
  };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

async function measure(name: string) {
  const ours: Score[] = [];
  const theirs: Score[] = [];
  const meta = { pages: 0, titles: [0, 0], dates: [0, 0], titled: 0, dated: 0 };
  const hit = (list: number[], which: number, isRight: boolean) =>
    (list[which] = (list[which] ?? 0) + Number(isRight));
  const worst: { page: string; ours: number; readability: number }[] = [];
  for (const gold of readGold(name)) {
    // Windows of jsdom are only let go between turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    const html = decodeText(gunzipSync(readFileSync(join(dataDir, gold.html))), null, true).text;
    const [plain, plainMs] = timed(() => baseline(html, gold.url));
    const [found, ms] = timed((): Extraction => extractHtml(html, gold.url));
    theirs.push(score(plain.text, gold, plainMs));
    ours.push(score(mainText(found), gold, ms));
    meta.pages += 1;
    if (gold.title) {
      meta.titled += 1;
      hit(meta.titles, 0, squash(found.title ?? "") === squash(gold.title));
      hit(meta.titles, 1, squash(plain.title ?? "") === squash(gold.title));
    }
    if (gold.date) {
      meta.dated += 1;
      hit(meta.dates, 0, found.publishedAt?.slice(0, 10) === gold.date.slice(0, 10));
      hit(meta.dates, 1, plain.date?.slice(0, 10) === gold.date.slice(0, 10));
    }
    if (process.env.SHOW_WORST) {
      const [a, b] = [ours.at(-1) as Score, theirs.at(-1) as Score];
      const rank = (s: Score) => (Number.isNaN(s.f1) ? (2 * s.tp) / (2 * s.tp + s.fn + s.fp || 1) : s.f1);
      worst.push({ page: gold.html, ours: rank(a), readability: rank(b) });
    }
  }
  worst.sort((a, b) => a.ours - b.ours);
  const share = (list: number[], which: number, of: number) => (of > 0 ? (list[which] ?? 0) / of : null);
  return {
    set: name,
    pages: meta.pages,
    ours: {
      ...summary(ours),
      title: share(meta.titles, 0, meta.titled),
      date: share(meta.dates, 0, meta.dated),
    },
    readability: {
      ...summary(theirs),
      title: share(meta.titles, 1, meta.titled),
      date: share(meta.dates, 1, meta.dated),
    },
    ...(worst.length > 0 ? { worst: worst.slice(0, 40) } : {}),
  };
}

if (!existsSync(join(dataDir, "extraction-naeb"))) {
  console.log(`No data in ${dataDir}: set BENCH_DATA_DIR. Skipped.`);
} else {
  const results = [await measure("extraction-naeb"), await measure("extraction-trafilatura")];
  if (asJson) console.log(JSON.stringify(results, null, 2));
  else {
    for (const { set, pages, ours, readability } of results) {
      console.log(`\n${set}, ${pages} pages`);
      console.table({ Countersign: ours, "Readability + jsdom": readability });
    }
  }
}
