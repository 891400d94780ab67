/**
 * How long an article of 100 KB takes from its HTML to captured, read, with figures and suggestions: `npm run bench:ingest --
 * [--json]`. Beside it jsdom and Readability alone on the same page.
 */
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import { closeDb } from "@/lib/core/db.server";
import { addArticle } from "@/lib/articles/commands/add-article";
import { getArticle } from "@/lib/articles/queries";
import { openBenchDatabase, pointAt } from "./data/bench-database";
import { makePlan } from "./data/plan";
import { sentence } from "./data/words";
import { done, viewerOf } from "./desk-work";
import { timesOf } from "./measured";
import { runBench, type Bench } from "./run-bench";

const rounds = 12;

/** A page like a newspaper's, other words each time: a head, links all around, and paragraphs, one in three with figures. */
export function pageOf(n: number, bytes: number): string {
  const links = Array.from(
    { length: 60 },
    (_, k) => `<li><a href="/s/${n}-${k}">${sentence(n * 100 + k, 500)}</a></li>`,
  );
  const head = `<title>${sentence(n, 510)}</title><meta property="og:site_name" content="The Bench Times"><meta name="author" content="Ada Writer">
<meta property="article:published_time" content="2025-03-04T10:00:00Z"><link rel="canonical" href="https://bench.example/story-${n}">`;
  let text = "";
  for (let p = 0; text.length + 9_000 < bytes; p += 1) {
    const said = (k: number) => sentence(n * 10_000 + p * 10 + k, 520 + k);
    text += `<p>${said(1)}. ${p % 3 === 0 ? `It cost $${1 + (p % 90)} million, about ${p % 70} percent of the budget` : said(2)}. “${said(3)},” the minister told the Bench Times. ${said(4)}, according to the port authority.</p>\n`;
  }
  return `<!doctype html><html lang="en"><head>${head}</head><body><nav><ul>${links.join("\n")}</ul></nav><main><article><h1>${sentence(n, 510)}</h1>${text}</article></main><footer>${links.slice(0, 20).join("")}</footer></body></html>`;
}

/** The figures of `bench:ingest`. */
export async function measureIngest({ add, claims, keep, isQuiet }: Bench): Promise<void> {
  const database = await openBenchDatabase(claims, { keep, ...(isQuiet ? { say: () => undefined } : {}) });
  try {
    const copy = await database.copy();
    pointAt(database.home, copy.appUrl);
    const viewer = viewerOf(makePlan(claims).people[0]!);
    const alone = (n: number) => {
      const page = new JSDOM(pageOf(n, 100_000), { url: `https://bench.example/story-${n}` });
      new Readability(page.window.document).parse();
      page.window.close();
      return Promise.resolve();
    };
    const whole = async (n: number) => {
      const given = { html: pageOf(n, 100_000), url: `https://bench.example/story-${n}` };
      const { articleId } = await done(addArticle(viewer, given, new Date()));
      const article = await getArticle(articleId);
      if (article!.figures.length === 0 || article!.suggestedClaims.length === 0)
        throw new Error("nothing was read");
    };
    // By turns: whatever else the machine does falls on both.
    const [first, ours] = [
      await timesOf(rounds, (n) => alone(n + 50)),
      await timesOf(rounds, (n) => whole(n + 50)),
    ];
    const second = await timesOf(rounds, (n) => alone(n + 500));
    const baselines = { "jsdom and Readability alone": (first.p50 + second.p50) / 2 };
    add("100 KB of HTML to figures and suggestions, p50", ours.p50, "ms", {
      baselines,
      limit: { of: "ratio", most: 1.5 },
    });
    add("the same, p95", ours.p95, "ms", { baselines: { "alone, p95": Math.max(first.p95, second.p95) } });
    add("the same, p99", ours.p99, "ms", { baselines: { "alone, p99": Math.max(first.p99, second.p99) } });
    add("memory of the process", process.memoryUsage().rss / 1e6, "MB");
  } finally {
    await closeDb();
    await database.end();
  }
}

if (process.argv[1]?.endsWith("ingest.ts")) await runBench("ingest", 10_000, measureIngest);
