/**
 * How long an article of 100 KB takes from its HTML to captured, read, with figures and suggestions: `npm run bench:ingest --
 * [--json]`. Beside it jsdom and Readability alone on the same page, by turns: both have read as many pages before.
 */
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import { closeDb } from "@/lib/core/db.server";
import { addArticle } from "@/lib/articles/commands/add-article";
import { getArticle } from "@/lib/articles/queries";
import type { Viewer } from "@/lib/access/viewer";
import { articlePage } from "./article-page";
import { openBenchDatabase, pointAt } from "./data/bench-database";
import { makePlan } from "./data/plan";
import { done, viewerOf } from "./desk-work";
import { timesByTurns } from "./measured";
import { runBench, type Bench } from "./run-bench";

const pageBytes = 100_000;
const limit = { of: "ratio", most: 1.5 } as const;

/**
 * What is measured: so many pages, after so many that are not. No two pages repeat each other's words; those of one
 * story have its dozen names in common, so that each is compared with a dozen of those before it.
 */
const series = [
  { what: "after 2 pages", firstPage: 50, unmeasured: 2, rounds: 12, story: undefined, limit },
  { what: "after 60 pages", firstPage: 1_000, unmeasured: 46, rounds: 24, story: undefined, limit },
  { what: "of one story, after 40", firstPage: 2_000, unmeasured: 40, rounds: 12, story: 7, limit: null },
];

type Page = { html: string; url: string };

function alone({ html, url }: Page): Promise<void> {
  const page = new JSDOM(html, { url });
  new Readability(page.window.document).parse();
  page.window.close();
  return Promise.resolve();
}

async function whole(viewer: Viewer, page: Page): Promise<void> {
  const { articleId } = await done(addArticle(viewer, page, new Date()));
  const article = await getArticle(viewer, articleId);
  if (article!.figures.length === 0 || article!.suggestedClaims.length === 0)
    throw new Error("nothing was read");
}

/** The figures of `bench:ingest`. */
async function measureIngest({ add, claims, keep }: Bench): Promise<void> {
  const database = await openBenchDatabase(claims, { keep });
  try {
    const copy = await database.copy();
    pointAt(database.home, copy.appUrl);
    const viewer = viewerOf(makePlan(claims).people[0]!);
    for (const { what, firstPage, unmeasured, rounds, story, limit } of series) {
      const pages = Array.from({ length: unmeasured + rounds }, (_, at): Page => {
        const n = firstPage + at;
        return { html: articlePage(n, pageBytes, story), url: `https://bench.example/story-${n}` };
      });
      const pageOf = (round: number) => pages[unmeasured + round]!;
      const works = [(n: number) => alone(pageOf(n)), (n: number) => whole(viewer, pageOf(n))];
      const [beside, ours] = await timesByTurns(rounds, works, unmeasured);
      const baselines = { "jsdom and Readability alone": beside!.p50 };
      add(`100 KB to figures and suggestions, ${what}, p50`, ours!.p50, "ms", { baselines, limit });
      add("the same, p95", ours!.p95, "ms", { baselines: { "alone, p95": beside!.p95 } });
    }
    add("memory of the process", process.memoryUsage().rss / 1e6, "MB");
  } finally {
    await closeDb();
    await database.end();
  }
}

if (process.argv[1]?.endsWith("ingest.ts")) await runBench("ingest", 10_000, measureIngest);
