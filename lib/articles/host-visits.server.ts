import "server-only";
import { db } from "../core/db.server";
import { dayMs } from "../core/durations";
import type { Failure } from "../core/result";
import { fetchPage } from "./fetch-page.server";
import { loopbackPorts, userAgent } from "./fetch-settings.server";
import { robotsAllow, robotsCrawlDelaySeconds } from "./robots";

const robotsLimits = { timeoutMs: 10_000, maxBytes: 1024 * 1024, maxHops: 5 };

/** What a site's robots.txt says of one address, and how long it wants to be left alone between two visits. */
export type Permission = { allowed: boolean; crawlDelaySeconds: number | null; failure?: Failure };

type Robots = { state: "read" | "none" | "failing"; text: string | null };

/**
 * Takes the site's next turn: true for exactly one caller, who may visit it now; the next may after `restMs`. Shared by
 * all workers, and kept over restarts.
 */
export async function takeTurn(host: string, restMs: number, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + restMs);
  const taken = await db().$executeRaw`
    INSERT INTO watched_host (host, "nextVisitAt") VALUES (${host}, ${next})
    ON CONFLICT (host) DO UPDATE SET "nextVisitAt" = ${next} WHERE watched_host."nextVisitAt" <= ${now}`;
  return taken === 1;
}

/** Takes the next turn that is free, however many wait for theirs, and answers when it is: `now` or later. */
export async function reserveTurn(host: string, restMs: number, now: Date): Promise<Date> {
  const after = new Date(now.getTime() + restMs);
  const [row] = await db().$queryRaw<{ nextVisitAt: Date }[]>`
    INSERT INTO watched_host (host, "nextVisitAt") VALUES (${host}, ${after})
    ON CONFLICT (host) DO UPDATE SET
      "nextVisitAt" = greatest(watched_host."nextVisitAt", ${now}) + ${restMs} * interval '1 millisecond'
    RETURNING "nextVisitAt"`;
  return new Date(row!.nextVisitAt.getTime() - restMs);
}

/** Leaves the site alone until then, when that is later than what was planned. */
export async function restUntil(host: string, until: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE watched_host SET "nextVisitAt" = greatest("nextVisitAt", ${until}) WHERE host = ${host}`;
}

/**
 * A site that says when to come again (`Retry-After`, in seconds) is left alone until then, for thirty days at most, by the
 * pages too that took their turn before it said so.
 */
export async function restAsAsked(host: string, retryAfterSeconds: number, now: Date): Promise<void> {
  const until = new Date(now.getTime() + Math.min(retryAfterSeconds * 1000, 30 * dayMs));
  await db().$executeRaw`
    UPDATE watched_host SET "nextVisitAt" = greatest("nextVisitAt", ${until}), "restsUntil" = greatest("restsUntil", ${until})
    WHERE host = ${host}`;
}

/** Whether the site asked to be left alone for longer than until `now`. */
export async function isResting(host: string, now: Date): Promise<boolean> {
  return (await db().watchedHost.count({ where: { host, restsUntil: { gt: now } } })) > 0;
}

/** When the site may be visited next; the past when nothing stands against it. */
export async function nextVisit(host: string): Promise<{ at: Date; crawlDelaySeconds: number | null }> {
  const row = await db().watchedHost.findUnique({ where: { host } });
  const delay = row?.robotsText ? robotsCrawlDelaySeconds(row.robotsText, userAgent) : null;
  return { at: row?.nextVisitAt ?? new Date(0), crawlDelaySeconds: delay };
}

/**
 * Whether robots.txt lets us look at the address. The file is read at most once a day a site (RFC 9309 §2.4); a site
 * without one allows everything (§2.3.1.3), one whose file cannot be read now allows nothing (§2.3.1.4).
 */
export async function robotsPermission(address: string, now: Date): Promise<Permission> {
  const url = new URL(address);
  const robots = await robotsOf(url, now);
  if (robots.state === "failing") {
    return {
      allowed: false,
      crawlDelaySeconds: null,
      failure: {
        kind: "invalid",
        code: "robots-unreadable",
        detail:
          "The site’s robots.txt could not be read, so nothing is fetched from it for now. Try again later, or paste the page’s text.",
      },
    };
  }
  const text = robots.text ?? "";
  const allowed = robotsAllow(text, userAgent, url.pathname + url.search);
  return {
    allowed,
    crawlDelaySeconds: robotsCrawlDelaySeconds(text, userAgent),
    ...(allowed
      ? {}
      : {
          failure: {
            kind: "invalid" as const,
            code: "robots-disallow",
            detail:
              "The site’s robots.txt asks not to be visited by machines. Open the page and paste its text.",
          },
        }),
  };
}

async function robotsOf(url: URL, now: Date): Promise<Robots> {
  const row = await db().watchedHost.findUnique({ where: { host: url.host } });
  const isFresh = row?.robotsReadAt && now.getTime() - row.robotsReadAt.getTime() < dayMs;
  if (row && isFresh && (row.robotsState === "read" || row.robotsState === "none"))
    return { state: row.robotsState, text: row.robotsText };
  const robots = await readRobots(url, now);
  const found = { robotsText: robots.text, robotsState: robots.state, robotsReadAt: now };
  await db().watchedHost.upsert({
    where: { host: url.host },
    create: { host: url.host, nextVisitAt: now, ...found },
    update: found,
  });
  return robots;
}

async function readRobots(url: URL, now: Date): Promise<Robots> {
  const page = await fetchPage(new URL("/robots.txt", url).href, {
    ...robotsLimits,
    userAgent,
    now,
    allowLoopbackPort: loopbackPorts(),
  });
  if (page.ok) return { state: "read", text: Buffer.from(page.value.bytes).toString("utf8") };
  const status = Number(page.error.extra?.status ?? 0);
  // An answer that is no text, or an empty one, says nothing against visiting.
  const saysNothing = page.error.code === "unsupported-type";
  const isAbsent = status >= 400 && status < 500 && status !== 429;
  return saysNothing || isAbsent ? { state: "none", text: null } : { state: "failing", text: null };
}
