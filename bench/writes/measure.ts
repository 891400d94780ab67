import { withClient } from "@/lib/database/migrate.server";
import { closeDb } from "@/lib/core/db.server";
import { editEvidence } from "@/lib/evidence/commands";
import { giveReview } from "@/lib/reviews/commands";
import { signOffVerdict } from "@/lib/publications/commands/sign-off-verdict";
import { openBenchDatabase, pointAt } from "../data/bench-database";
import { claimId, idOf, makePlan, stateOf, type Plan } from "../data/plan";
import { claimInReview, done, makeReady, quoteInto, viewerOf } from "../desk-work";
import { median, timesOf } from "../measured";
import type { Bench } from "../run-bench";
import { bareWritesPerSecond } from "./bare-writes";
import { editTogether } from "./many-editors";
import { spentSince, spentUntilNow, type Spent } from "./processor";
import { withoutLog } from "./without-log";

const writers = 16;
const secondsEach = 5;
const secondsUnmeasured = 1;
/** So many at the least, however busy the machine: a few are little but code that is being compiled. */
const fewest = { measured: 500, unmeasured: 300 };

type Rate = { perSecond: number; spent: Spent };

/**
 * How many of `work` are done in a second by `writers` at a time, each given the next number, and what one costs in processor
 * time; what is refused does not count.
 */
async function rateOf(
  postmaster: number,
  work: (n: number) => Promise<{ ok: boolean }>,
  from: { next: number },
): Promise<Rate> {
  const inSeconds = async (seconds: number, least: number): Promise<Rate> => {
    const began = performance.now();
    const until = began + seconds * 1000;
    const before = spentUntilNow(postmaster);
    let [tried, count] = [0, 0];
    const worker = async () => {
      while (performance.now() < until || tried < least) {
        tried += 1;
        if ((await work((from.next += 1))).ok) count += 1;
      }
    };
    await Promise.all(Array.from({ length: writers }, worker));
    const spent = spentSince(before, spentUntilNow(postmaster), count);
    return { perSecond: (count * 1000) / (performance.now() - began), spent };
  };
  // The first of a kind wait until their code is compiled and their statements are prepared.
  await inSeconds(secondsUnmeasured, fewest.unmeasured);
  return inSeconds(secondsEach, fewest.measured);
}

/** Adds what a command costs, which another program on the machine changes less than how many are done. */
function addSpent(add: Bench["add"], what: string, { program, database }: Spent): void {
  add(`processor time of ${what}, the program`, program, "ms");
  if (database !== null) add(`processor time of ${what}, the database`, database, "ms");
}

const numbersIn = (plan: Plan, states: readonly string[]) =>
  Array.from({ length: plan.claims }, (_, n) => n).filter((n) => states.includes(stateOf(n)));

function evidenceWriter(plan: Plan) {
  const open = numbersIn(plan, ["new", "researching"]);
  const checkers = plan.people.slice(0, 32).map(viewerOf);
  return (n: number) => {
    const article = (n * 7) % plan.articles;
    const claim = open[n % open.length]!;
    // A claim that has these very words already refuses them, which is an answer too.
    return quoteInto(checkers[n % 32]!, plan, claimId(plan, claim), article, Math.floor(n / 7) % 4);
  };
}

function reviewWriter(plan: Plan) {
  const waiting = numbersIn(plan, ["in-review"]);
  const checkers = plan.people.slice(0, 32).map(viewerOf);
  return (n: number) => {
    const review = { mark: "confirmed" as const, rationale: "I read the original." };
    return giveReview(checkers[n % 32]!, claimId(plan, waiting[n % waiting.length]!), review, new Date());
  };
}

async function signOffTimes(plan: Plan) {
  const ready: { id: string; hash: string }[] = [];
  for (let n = 0; n < 44; n += 1) {
    const id = await claimInReview(plan, n);
    ready.push({ id, hash: await makeReady(plan, id) });
  }
  const editor = viewerOf(plan.people[33]!);
  return timesOf(40, async () => {
    const { id, hash } = ready.pop()!;
    return done(signOffVerdict(editor, id, { revisionHash: hash }, new Date()));
  });
}

/** With and without the log by turns, so that whatever else the machine does falls on both. */
async function priceOfLog(pid: number, plan: Plan): Promise<{ with: number; without: number }> {
  const open = numbersIn(plan, ["new", "researching"]);
  const from = { next: 0 };
  const one = async () => {
    const { perSecond } = await rateOf(
      pid,
      (n) => {
        const evidenceId = idOf("evidence", open[n % open.length]! * 5);
        return editEvidence(viewerOf(plan.people[1]!), evidenceId, { shows: `Says so, ${n}.` }, new Date());
      },
      from,
    );
    return perSecond;
  };
  const [logged, silent]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 3; turn += 1) {
    logged.push(await one());
    silent.push(await withoutLog(one));
  }
  return { with: median(logged), without: median(silent) };
}

/** The figures of `bench:writes`. */
export async function measureWrites({ add, claims, keep }: Bench): Promise<void> {
  const database = await openBenchDatabase(claims, { keep });
  try {
    const copy = await database.copy();
    pointAt(database.home, copy.appUrl);
    const plan = makePlan(claims);
    const bare = await bareWritesPerSecond(copy.appUrl, plan, { writers, seconds: secondsEach });
    const least = { of: "ours" as const, least: 300 };
    const baselines = { "bare SQL": bare };
    const evidence = await rateOf(database.pid, evidenceWriter(plan), { next: 0 });
    add("evidence added, by 16 at once", evidence.perSecond, "/s", { baselines, limit: least });
    addSpent(add, "a piece of evidence", evidence.spent);
    const reviews = await rateOf(database.pid, reviewWriter(plan), { next: 0 });
    add("reviews given, by 16 at once", reviews.perSecond, "/s", { baselines, limit: least });
    addSpent(add, "a review", reviews.spent);
    const signing = await signOffTimes(plan);
    add("sign-off, p50", signing.p50, "ms");
    add("sign-off, p95", signing.p95, "ms", { limit: { of: "ours", most: 150 } });
    add("sign-off, p99", signing.p99, "ms");
    const log = await priceOfLog(database.pid, plan);
    const silent = { "without the log": log.without };
    add("commands with the log", log.with, "/s", { baselines: silent, limit: { of: "ratio", least: 0.85 } });
    const edits = await editTogether(copy, plan);
    add("edits by 200 people at once", edits.perSecond, "/s");
    add("of them told to read again", edits.stale, "edits");
    add("lost updates", edits.lost, "", { limit: { of: "ours", most: 0 } });
    const deadlocks = await withClient(copy.ownerUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        "SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()",
      );
      return rows[0]!.n;
    });
    add("deadlocks", deadlocks, "", { limit: { of: "ours", most: 0 } });
    add("memory of the process that writes", process.memoryUsage().rss / 1e6, "MB");
  } finally {
    await closeDb();
    await database.end();
  }
}
