import "server-only";
import { loopbackPorts } from "../articles/fetch-settings.server";
import { checkUrl } from "../articles/address-guard";
import { driftAhead } from "../articles/drift-ahead.server";
import {
  nextVisit,
  restAsAsked,
  restUntil,
  robotsPermission,
  takeTurn,
} from "../articles/host-visits.server";
import { keepLook } from "../articles/keep-look.server";
import { failedLook, lastFetchedCopy, lookAtSource, type Look } from "../articles/look-at-source.server";
import { hostOf, hostRestMs, nextCheckAt } from "../articles/watch-plan";
import { db } from "../core/db.server";
import { runCommand } from "../core/run-command.server";
import { loadSettings } from "../settings/settings.server";
import type { WatchSettings } from "../settings/watch-settings";

/** A worker that was lost lets go of its article after this long. */
const inHandMs = 5 * 60_000;

/** What became of a scheduled look; `skipped` when somebody else has it in hand, or it is not wanted any more. */
export type CheckOutcome = "looked" | "waits-for-site" | "skipped";

/**
 * Looks at one source again as the schedule wants it: one worker an article, one visit at a time to a site, robots.txt
 * first, and only asking whether the page is still the same where the site has given us the means.
 */
export async function checkSource(job: { articleId: string }, now: Date): Promise<CheckOutcome> {
  const { watch } = await loadSettings();
  if (!watch.isOn) return "skipped";
  const article = await takeInHand(job.articleId, now);
  if (!article) return "skipped";
  const host = hostOf(article.url);
  if (host === null) return letGo(article.id, null);
  const before = await nextVisit(host);
  if (!(await takeTurn(host, hostRestMs(watch, before.crawlDelaySeconds), now))) {
    return letGo(article.id, (await nextVisit(host)).at);
  }
  try {
    const look = await politeLook(article, host, now);
    const ahead = await driftAhead(article.id, look);
    const asked = { actor: null, articleId: article.id, look, ahead };
    const done = await runCommand((tx) => keepLook(tx, asked, now));
    if (!done.ok) throw new Error(done.error.detail);
    return "looked";
  } catch (error) {
    if (error instanceof SiteRests) return letGo(article.id, (await nextVisit(error.host)).at);
    await backOff(article.id, watch, now);
    throw error;
  }
}

/** A redirect leads to a site whose turn it is not. */
class SiteRests extends Error {
  constructor(readonly host: string) {
    super(`${host} is left alone for now`);
  }
}

/** A fault of ours must not send us to the site again and again. */
async function backOff(articleId: string, watch: WatchSettings, now: Date): Promise<void> {
  const { checkFailures: failures } = await db().article.update({
    where: { id: articleId },
    data: { checkFailures: { increment: 1 } },
    select: { checkFailures: true },
  });
  const next = nextCheckAt({ articleId, lookedAt: now, freshSince: null, failures }, watch);
  await db().article.update({ where: { id: articleId }, data: { nextCheckAt: next } });
}

/** Takes the article for this worker alone; null when another has it, or it cannot be fetched. */
async function takeInHand(articleId: string, now: Date): Promise<{ id: string; url: string } | null> {
  const until = new Date(now.getTime() + inHandMs);
  const rows = await db().$queryRaw<{ id: string; url: string }[]>`
    UPDATE article SET "checkingUntil" = ${until} WHERE id = ${articleId} AND state = 'captured' AND url IS NOT NULL
      AND ("checkingUntil" IS NULL OR "checkingUntil" <= ${now}) RETURNING id, url`;
  return rows[0] ?? null;
}

async function letGo(articleId: string, nextCheckAt: Date | null): Promise<CheckOutcome> {
  await db().article.update({
    where: { id: articleId },
    data: { checkingUntil: null, ...(nextCheckAt ? { nextCheckAt } : {}) },
  });
  return nextCheckAt ? "waits-for-site" : "skipped";
}

async function politeLook(article: { id: string; url: string }, host: string, now: Date): Promise<Look> {
  const checked = checkUrl(article.url, loopbackPorts());
  if (!checked.ok) return failedLook(checked.error);
  const { allowed, crawlDelaySeconds, failure } = await robotsPermission(article.url, now);
  if (crawlDelaySeconds !== null) {
    const rest = hostRestMs({ hostDelaySeconds: 0 }, crawlDelaySeconds);
    await restUntil(host, new Date(now.getTime() + rest));
  }
  if (!allowed && failure) return failedLook(failure);
  const visited = new Set([host]);
  const mayFollow = async (to: URL) => {
    const there = await robotsPermission(to.href, now);
    // A host whose turn this look has taken is not asked for another by a second redirect there.
    if (there.failure || visited.has(to.host)) return there.failure ?? null;
    const { watch } = await loadSettings();
    if (!(await takeTurn(to.host, hostRestMs(watch, there.crawlDelaySeconds), now)))
      throw new SiteRests(to.host);
    visited.add(to.host);
    return null;
  };
  const look = await lookAtSource(article.url, await lastFetchedCopy(article.id), now, mayFollow);
  if (look.kind === "failed" && look.failure.retryAfterSeconds !== undefined)
    await restAsAsked(host, look.failure.retryAfterSeconds, now);
  return look;
}
