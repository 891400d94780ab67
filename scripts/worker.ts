import PgBoss from "pg-boss";
import { env } from "@/lib/core/env.server";
import { closeDb } from "@/lib/core/db.server";
import { logger } from "@/lib/core/log-problem.server";
import { forgetWhatIsExpunged } from "@/lib/captures/forget-expunged.server";
import { keepBeat } from "@/lib/health/keep-beat.server";
import { sealLog } from "@/lib/log/seal.server";
import { checkSource } from "@/lib/jobs/check-source";
import { deliverWebhook } from "@/lib/jobs/deliver-webhook";
import { fetchArticle } from "@/lib/jobs/fetch-article";
import { forgetEnded } from "@/lib/jobs/forget-ended";
import { forgetUploads } from "@/lib/jobs/forget-uploads";
import { forgetDroppedWords } from "@/lib/jobs/forget-words";
import { noteCommonKeys } from "@/lib/jobs/note-common-keys";
import { planChecks } from "@/lib/jobs/plan-checks";
import { planDigests } from "@/lib/jobs/plan-digests";
import { planNextUpdates } from "@/lib/jobs/plan-next-updates";
import { planScheduled, publishScheduled } from "@/lib/jobs/publish-scheduled";
import { planReplyDeadlines } from "@/lib/jobs/plan-reply-deadlines";
import { closeQueue } from "@/lib/jobs/queue.server";
import { refreshEdgeAgain } from "@/lib/jobs/refresh-edge";
import { planRechecks } from "@/lib/jobs/plan-rechecks";
import { sendDigest } from "@/lib/jobs/send-digest";
import type { FetchJob } from "@/lib/jobs/sheet-turn";
import { sketchArticles } from "@/lib/jobs/sketch-articles";
import { takeUpLost } from "@/lib/jobs/take-up-lost";
import { thinOut } from "@/lib/jobs/thin-out";
import { dayMs, hourMs } from "../lib/core/durations";
import { cookieSecret } from "./start/cookie-secret";
import { runScript, useInstance } from "./start/find-instance";

const concurrency = 2;
const parent = process.ppid;

async function fetchOne(jobs: PgBoss.Job<FetchJob>[]): Promise<void> {
  for (const job of jobs) await fetchArticle(job.data, new Date());
}

async function deliverOne(jobs: PgBoss.Job<{ deliveryId: string }>[]): Promise<void> {
  for (const job of jobs) await deliverWebhook(job.data, new Date());
}

async function checkOne(jobs: PgBoss.Job<{ articleId: string }>[]): Promise<void> {
  for (const job of jobs) await checkSource(job.data, new Date());
}

async function sendOne(jobs: PgBoss.Job<{ digestId: string }>[]): Promise<void> {
  for (const job of jobs) await sendDigest(job.data, new Date());
}

async function refreshOne(jobs: PgBoss.Job<{ what: string }>[]): Promise<void> {
  for (const job of jobs) await refreshEdgeAgain(job.data);
}

async function publishOne(jobs: PgBoss.Job<{ scheduleId: string }>[]): Promise<void> {
  for (const job of jobs) await publishScheduled(job.data, new Date());
}

const sealEveryMs = 500;
const planEveryMs = 30_000;

/**
 * Plans looks at sources and mails, tells of deadlines, asks for findings to be looked at again, and looks at what waits for
 * its time, every half minute. A run that fails is logged, and the next one is tried.
 */
function planUntilEnd(): NodeJS.Timeout {
  return setInterval(() => {
    planChecks(new Date()).catch((error: unknown) => logger.error({ err: error }, "planning checks"));
    planDigests(new Date()).catch((error: unknown) => logger.error({ err: error }, "planning mails"));
    planRechecks(new Date()).catch((error: unknown) => logger.error({ err: error }, "planning looks"));
    planScheduled(new Date()).catch((error: unknown) =>
      logger.error({ err: error }, "planning publications"),
    );
    planReplyDeadlines(new Date()).catch((error: unknown) => logger.error({ err: error }, "reply deadlines"));
    planNextUpdates(new Date()).catch((error: unknown) => logger.error({ err: error }, "promised updates"));
  }, planEveryMs).unref();
}

/**
 * Housekeeping, now and every hour: sketches of old articles, what is too common to look for, what lost its job, and what
 * nobody needs any more.
 */
function keepHouse(): NodeJS.Timeout {
  const keep = () => {
    sketchArticles().catch((error: unknown) => logger.error({ err: error }, "sketching articles"));
    noteCommonKeys().catch((error: unknown) => logger.error({ err: error }, "noting what is common"));
    takeUpLost(new Date()).catch((error: unknown) => logger.error({ err: error }, "taking up lost jobs"));
    forgetEnded(new Date()).catch((error: unknown) => logger.error({ err: error }, "forgetting what ended"));
    forgetUploads(new Date()).catch((error: unknown) => logger.error({ err: error }, "forgetting uploads"));
  };
  keep();
  return setInterval(keep, hourMs).unref();
}

/** What grows for ever if nobody looks, now and every day. */
function thinOutDaily(): NodeJS.Timeout {
  const thin = () => thinOut().catch((error: unknown) => logger.error({ err: error }, "thinning out"));
  void thin();
  return setInterval(() => void thin(), dayMs).unref();
}

/** Gives finished log entries their place in the tree, until the process ends, and says so. A failure is tried again. */
async function sealUntil(
  ending: Promise<void>,
  turn: (fault: string | null) => Promise<void>,
): Promise<void> {
  let isEnding = false;
  void ending.then(() => (isEnding = true));
  while (!isEnding) {
    const fault = await sealLog(new Date()).then(
      () => null,
      (error: unknown) => {
        logger.error({ err: error }, "sealing the log");
        return String(error);
      },
    );
    await turn(fault);
    await new Promise((wait) => setTimeout(wait, sealEveryMs));
  }
}

/** Resolves when this process should end: asked to, or left behind by the start script. */
function untilEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
    setInterval(() => {
      if (process.ppid !== parent) done();
    }, 1_000).unref();
  });
}

/** Started by itself: the instance's or the given database, and the secret with which webhooks' secrets are sealed. */
async function standAlone(): Promise<void> {
  const { home } = await useInstance();
  process.env.NEXTAUTH_SECRET = await cookieSecret(home);
}

/** Takes jobs from the queues until it is asked to end; jobs in hand are finished, or taken up again later. */
async function work(): Promise<void> {
  if (!process.env.NEXTAUTH_URL) await standAlone();
  const ending = untilEnd();
  forgetWhatIsExpunged();
  forgetDroppedWords();
  // The tables are the owner's and made by the migration; this is the application's role, which makes none.
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    max: 4,
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: 15,
  });
  const beat = keepBeat(env().home);
  boss.on("error", (error) => {
    beat.queueFailed(error.message);
    logger.error({ reason: error.message }, "job queue");
  });
  await boss.start();
  for (let one = 0; one < concurrency; one += 1) {
    await boss.work("fetch-article", { pollingIntervalSeconds: 0.5 }, fetchOne);
    await boss.work("deliver-webhook", { pollingIntervalSeconds: 0.5 }, deliverOne);
  }
  await boss.work("send-digest", { pollingIntervalSeconds: 5 }, sendOne);
  await boss.work("check-source", { pollingIntervalSeconds: 1 }, checkOne);
  await boss.work("publish-scheduled", { pollingIntervalSeconds: 1 }, publishOne);
  await boss.work("refresh-edge", { pollingIntervalSeconds: 0.5 }, refreshOne);
  const planning = planUntilEnd();
  const keeping = keepHouse();
  const thinning = thinOutDaily();
  await sealUntil(ending, beat.turn);
  clearInterval(planning);
  clearInterval(keeping);
  clearInterval(thinning);
  await boss.stop({ graceful: true, wait: true, timeout: 5_000 });
  await closeQueue();
  await closeDb();
}

await runScript(work);
process.exit();
