/**
 * How long an article of 100 KB takes from its HTML to captured, read, with figures and suggestions: `npm run bench:ingest --
 * [--json]`. Beside it jsdom and Readability alone on the same page.
 */
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import { closeDb } from "@/lib/core/db.server";
import { addArticle } from "@/lib/articles/commands/add-article";
import { getArticle } from "@/lib/articles/queries";
import { articlePage } from "./article-page";
import { openBenchDatabase, pointAt } from "./data/bench-database";
import { makePlan } from "./data/plan";
import { done, viewerOf } from "./desk-work";
import { timesByTurns } from "./measured";
import { runBench, type Bench } from "./run-bench";

const rounds = 12;
const pageBytes = 100_000;

/** The figures of `bench:ingest`. */
export async function measureIngest({ add, claims, keep }: Bench): Promise<void> {
  const database = await openBenchDatabase(claims, { keep });
  try {
    const copy = await database.copy();
    pointAt(database.home, copy.appUrl);
    const viewer = viewerOf(makePlan(claims).people[0]!);
    const alone = (n: number) => {
      const page = new JSDOM(articlePage(n, pageBytes), { url: `https://bench.example/story-${n}` });
      new Readability(page.window.document).parse();
      page.window.close();
      return Promise.resolve();
    };
    const whole = async (n: number) => {
      const given = { html: articlePage(n, pageBytes), url: `https://bench.example/story-${n}` };
      const { articleId } = await done(addArticle(viewer, given, new Date()));
      const article = await getArticle(viewer, articleId);
      if (article!.figures.length === 0 || article!.suggestedClaims.length === 0)
        throw new Error("nothing was read");
    };
    const [beside, ours] = await timesByTurns(rounds, [(n) => alone(n + 50), (n) => whole(n + 50)]);
    const baselines = { "jsdom and Readability alone": beside!.p50 };
    add("100 KB of HTML to figures and suggestions, p50", ours!.p50, "ms", {
      baselines,
      limit: { of: "ratio", most: 1.5 },
    });
    add("the same, p95", ours!.p95, "ms", { baselines: { "alone, p95": beside!.p95 } });
    add("the same, p99", ours!.p99, "ms", { baselines: { "alone, p99": beside!.p99 } });
    add("memory of the process", process.memoryUsage().rss / 1e6, "MB");
  } finally {
    await closeDb();
    await database.end();
  }
}

if (process.argv[1]?.endsWith("ingest.ts")) await runBench("ingest", 10_000, measureIngest);
