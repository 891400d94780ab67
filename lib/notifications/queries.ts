import "server-only";
import { articlesSeen, claimsSeen } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma } from "../core/db.server";
import type { NewsDto } from "./dto";
import { settledNews } from "./settled.server";
import { defaultRhythm, defaultWays, newsKinds, type NewsKind, type NewsWay, type Rhythm } from "./kinds";

const pageSize = 30;

/** News about what the viewer may not see, or no longer, is not told any more; it may carry words of it. */
export async function newsSeen(viewer: Sight): Promise<Prisma.NotificationWhereInput> {
  if (viewer.sees === "everything") return { userId: viewer.id };
  const [claimId, articleId] = await Promise.all([claimsSeen(viewer), articlesSeen(viewer)]);
  const isSeen = [{ OR: [{ claimId: null }, { claimId }] }, { OR: [{ articleId: null }, { articleId }] }];
  return { userId: viewer.id, AND: isSeen };
}

/** What this person was told, newest first, a page at a time. */
export async function listNews(
  viewer: Viewer,
  cursor?: string,
): Promise<{ items: NewsDto[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, 1);
  const rows = await db().notification.findMany({
    where: {
      ...(await newsSeen(viewer)),
      inApp: true,
      ...(after ? { id: { lt: String(after[0]) } } : {}),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const [claims, settled] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: rows.flatMap(({ claimId }) => claimId ?? []) } },
      select: { id: true, text: true },
    }),
    settledNews(rows),
  ]);
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    claim: claims.find(({ id }) => id === row.claimId) ?? null,
    articleId: row.articleId,
    createdAt: row.createdAt.toISOString(),
    settled: settled.get(row.onceKey ?? "") ?? null,
    isNew: row.readAt === null,
  }));
  return page(items, pageSize, (row) => [row.id]);
}

/** How much of it this person has not read yet, for the badge; counted up to 1,000. */
export async function countUnread(viewer: Viewer): Promise<number> {
  const where = { ...(await newsSeen(viewer)), inApp: true, readAt: null };
  return db().notification.count({ where, take: 1000 });
}

/** The id of the last thing that this person was told of a claim: what a page that is read now lets them know. */
export async function newsReach(viewer: Viewer, claimId: string): Promise<string | null> {
  const { _max } = await db().notification.aggregate({
    where: { userId: viewer.id, claimId },
    _max: { id: true },
  });
  return _max.id;
}

export type ChoicesDto = { ways: Record<NewsKind, NewsWay>; rhythm: Rhythm };

/** What this person wants to be told of, by which way and how often; defaults where they never chose. */
export async function newsChoices(viewer: Viewer): Promise<ChoicesDto> {
  const [rows, chosen] = await Promise.all([
    db().newsChoice.findMany({ where: { userId: viewer.id } }),
    db().mailRhythm.findUnique({ where: { userId: viewer.id } }),
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
