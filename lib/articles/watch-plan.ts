import { dayMs, hourMs } from "../core/durations";
import type { WatchSettings } from "../settings/watch-settings";

/** A page that cannot be reached is tried after one hour, two, four … and at last once a week. */
const firstRetryMs = hourMs;
const lastRetryMs = 7 * dayMs;
/** A site that refuses us is asked again a day later at the earliest. */
const refusedMs = dayMs;
/** Longer waits that a site asks for are not believed. */
const longestWaitMs = 30 * dayMs;

export type CheckFacts = {
  articleId: string;
  /** When the page was last looked at, or captured. */
  lookedAt: Date;
  /** The latest of: the article's publication, ours that leans on it, a change of its words. Null when unknown. */
  freshSince: Date | null;
  /** Looks in a row that did not reach the page, this one included. */
  failures: number;
  /** The last look was refused: by status, or by robots.txt. */
  isRefused?: boolean;
  /** What the site asked us to wait (`Retry-After`). */
  retryAfterSeconds?: number | undefined;
};

/**
 * When to look at a page again: often while it is fresh and rarely when it is old, because edits cluster in the first
 * days and after a check of ours is published; with exponential backoff after failures (RFC 9110 §10.2.3 for what the
 * site asks). Spread by up to a tenth, the same for the same article, so that pages captured together drift apart.
 */
export function nextCheckAt(facts: CheckFacts, settings: WatchSettings): Date {
  const waitMs = facts.failures > 0 ? retryMs(facts) : intervalMs(facts, settings);
  return new Date(facts.lookedAt.getTime() + Math.round(waitMs * (1 + spread(facts.articleId) / 10)));
}

/** Milliseconds between two looks at a page that can be reached. */
function intervalMs({ lookedAt, freshSince }: CheckFacts, settings: WatchSettings): number {
  const ageMs = freshSince ? lookedAt.getTime() - freshSince.getTime() : Infinity;
  if (ageMs < 2 * dayMs) return settings.freshHours * hourMs;
  if (ageMs < 14 * dayMs) return settings.recentHours * hourMs;
  if (ageMs < 90 * dayMs) return settings.settledHours * hourMs;
  return settings.oldHours * hourMs;
}

function retryMs({ failures, isRefused, retryAfterSeconds }: CheckFacts): number {
  const doubled = firstRetryMs * 2 ** Math.min(failures - 1, 20);
  const askedMs = Math.min((retryAfterSeconds ?? 0) * 1000, longestWaitMs);
  return Math.max(Math.min(doubled, lastRetryMs), isRefused ? refusedMs : 0, askedMs);
}

/** A number from 0 to 1 that an id always gives (FNV-1a, 32 bits). */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return hash / 0xffffffff;
}

/** The moment from which a page counts as fresh; a date without zone is taken as UTC, which is near enough for a plan. */
export function freshSince(facts: {
  publishedAt: string | null;
  ourPublicationAt: Date | null;
  changedAt: Date | null;
}): Date | null {
  const published = facts.publishedAt ? Date.parse(facts.publishedAt.slice(0, 10)) : NaN;
  const known = [
    published,
    facts.ourPublicationAt?.getTime() ?? NaN,
    facts.changedAt?.getTime() ?? NaN,
  ].filter((at) => !Number.isNaN(at));
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

/** `host` or `host:port` of an address, by which sites are told apart; null for what is no address. */
export function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}

/** Milliseconds that a site is left alone after a visit: our delay, or what it asks for in robots.txt, at most an hour. */
export function hostRestMs(
  settings: Pick<WatchSettings, "hostDelaySeconds">,
  crawlDelaySeconds: number | null,
) {
  return Math.max(settings.hostDelaySeconds, Math.min(crawlDelaySeconds ?? 0, 3600)) * 1000;
}

/**
 * The validators of a stored answer, to be sent back (RFC 9110 §13.1): its ETag, and its Last-Modified when that is a
 * date. Null when it has neither.
 */
export function validatorsOf(
  headers: readonly (readonly [string, string])[],
): { etag?: string; lastModified?: string } | null {
  const value = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const etag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.exec(value("etag") ?? "")?.[0];
  const modified = value("last-modified");
  const lastModified = modified && !Number.isNaN(Date.parse(modified)) ? modified : undefined;
  if (!etag && !lastModified) return null;
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}
