import "server-only";
import { articlesSeen, claimsSeen } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma, type Reader } from "../core/db.server";
import { actsThatCancelled } from "../schedules/queries";
import type { NewsDto } from "./dto";
import { snapshotNow } from "./news-mark.server";
import type { NewsMark } from "./schema";
import { settledNews } from "./settled.server";
import { mostUnread } from "./unread";
import { defaultRhythm, defaultWays, newsKinds, type NewsKind, type NewsWay, type Rhythm } from "./kinds";

const pageSize = 30;

/** News about what the viewer may not see, or no longer, is not told any more; it may carry words of it. */
export async function newsSeen(viewer: Sight): Promise<Prisma.NotificationWhereInput> {
  if (viewer.sees === "everything") return { userId: viewer.id };
  const [claimId, articleId] = await Promise.all([claimsSeen(viewer), articlesSeen(viewer)]);
  const isSeen = [{ OR: [{ claimId: null }, { claimId }] }, { OR: [{ articleId: null }, { articleId }] }];
  return { userId: viewer.id, AND: isSeen };
}

/** What this person was told, newest first, a page at a time, and the mark of what they know by it; null for nothing. */
export async function listNews(
  viewer: Viewer,
  cursor?: string,
): Promise<{ items: NewsDto[]; nextCursor: string | null; mark: NewsMark | null }> {
  const after = decodeCursor(cursor, 1);
  const snapshot = await snapshotNow();
  const rows = await db().notification.findMany({
    where: {
      ...(await newsSeen(viewer)),
      inApp: true,
      ...(after ? { id: { lt: String(after[0]) } } : {}),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const [claims, settled, acts] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: rows.flatMap(({ claimId }) => claimId ?? []) } },
      select: { id: true, text: true },
    }),
    settledNews(viewer, rows),
    actsThatCancelled(rows.flatMap(({ onceKey }) => cancelledBy(onceKey) ?? [])),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    claim: claims.find(({ id }) => id === row.claimId) ?? null,
    articleId: row.articleId,
    createdAt: row.createdAt.toISOString(),
    acts: acts.get(cancelledBy(row.onceKey) ?? "") ?? [],
    settled: settled.get(row.onceKey ?? "") ?? null,
    isToSign: row.kind === "to-sign" && !settled.has(row.onceKey ?? ""),
    isNew: row.readAt === null && !settled.has(row.onceKey ?? ""),
  }));
  const mark = items[0] ? { upTo: items[0].id, snapshot } : null;
  return { ...page(items, pageSize, (row) => [row.id]), mark };
}

/** The schedule whose end news tells of, by its `onceKey`; null for other news. */
const cancelledBy = (onceKey: string | null) => /^schedule:(.+):end$/.exec(onceKey ?? "")?.[1] ?? null;

/** What is unread is read so many at a time, and as often at most: whose thousand newest are all settled has none new. */
const unreadAtOnce = 200;
const mostLooks = 5;

/**
 * How much of it is new to this person, for the badge: what they have not read, but what is settled. Counted up to
 * `mostUnread`, which means that there is more than is said.
 */
export async function countUnread(viewer: Viewer): Promise<number> {
  const seen = await newsSeen(viewer);
  let [count, last] = [0, ""];
  for (let look = 0; look < mostLooks && count < mostUnread; look += 1) {
    const unread = await db().notification.findMany({
      where: { ...seen, inApp: true, readAt: null, ...(last ? { id: { lt: last } } : {}) },
      select: { id: true, kind: true, onceKey: true, claimId: true, createdAt: true },
      orderBy: { id: "desc" },
      take: unreadAtOnce,
    });
    const settled = await settledNews(viewer, unread);
    count += unread.filter(({ onceKey }) => !settled.has(onceKey ?? "")).length;
    if (unread.length < unreadAtOnce) break;
    last = unread.at(-1)!.id;
  }
  return Math.min(count, mostUnread);
}

/** How far this person was told of a claim, which a page that is read now lets them know; null when they read all of it. */
export async function newsReach(viewer: Viewer, claimId: string): Promise<NewsMark | null> {
  const [row] = await db().$queryRaw<{ upTo: string | null; snapshot: string }[]>`
    SELECT max(n.id) AS "upTo", pg_current_snapshot()::text AS snapshot FROM notification n
    WHERE n."userId" = ${viewer.id} AND n."claimId" = ${claimId} AND n."readAt" IS NULL`;
  return row?.upTo ? { upTo: row.upTo, snapshot: row.snapshot } : null;
}

export type ChoicesDto = { ways: Record<NewsKind, NewsWay>; rhythm: Rhythm };

/** What this person wants to be told of, by which way and how often; defaults where they never chose. */
export async function newsChoices(viewer: Viewer, reader: Reader = db()): Promise<ChoicesDto> {
  const [rows, chosen] = await Promise.all([
    reader.newsChoice.findMany({ where: { userId: viewer.id } }),
    reader.mailRhythm.findUnique({ where: { userId: viewer.id } }),
  ]);
  const ways = newsKinds.map((kind) => {
    const row = rows.find((choice) => choice.kind === kind);
    return [kind, row ? { inApp: row.inApp, byMail: row.byMail } : defaultWays[kind]];
  });
  const rhythm = chosen ? { rhythm: chosen.rhythm as Rhythm["rhythm"], hour: chosen.hour } : defaultRhythm;
  return { ways: Object.fromEntries(ways) as ChoicesDto["ways"], rhythm };
}

/** Whether this person hears of what happens on a claim, and whether they said so. */
export async function watchOf(viewer: Viewer, claimId: string): Promise<"watching" | "muted" | null> {
  const row = await db().watch.findUnique({ where: { claimId_userId: { claimId, userId: viewer.id } } });
  return (row?.state as "watching" | "muted" | undefined) ?? null;
}
