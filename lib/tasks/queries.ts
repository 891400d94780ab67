import "server-only";
import { articlesSeen, claimsSeen } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, type Prisma } from "../core/db.server";
import type { TaskDto } from "./dto";
import type { TaskKind } from "./task-kinds";

const pageSize = 30;

type TaskRow = Prisma.TaskGetPayload<object>;

/** About a claim that the viewer sees or, where it is about none, an article. */
async function tasksSeen(viewer: Sight): Promise<Prisma.TaskWhereInput> {
  if (viewer.sees === "everything") return {};
  const [claimId, articleId] = await Promise.all([claimsSeen(viewer), articlesSeen(viewer)]);
  return { OR: [{ claimId }, { claimId: null, articleId }] };
}

/** Tasks, newest first, a page at a time: those to do, or those done. */
export async function listTasks(
  viewer: Sight,
  input: { done: boolean; cursor?: string | undefined },
): Promise<{ items: TaskDto[]; nextCursor: string | null }> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await db().task.findMany({
    where: {
      ...(await tasksSeen(viewer)),
      doneAt: input.done ? { not: null } : null,
      ...(after ? { id: { lt: String(after[0]) } } : {}),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  return page(await taskDtos(rows), pageSize, (task) => [task.id]);
}

/** How many tasks are open, for the badge; counted up to 1,000. */
export async function countOpenTasks(viewer: Sight): Promise<number> {
  return db().task.count({ where: { ...(await tasksSeen(viewer)), doneAt: null }, take: 1000 });
}

async function taskDtos(rows: TaskRow[]): Promise<TaskDto[]> {
  const claimIds = rows.flatMap(({ claimId }) => claimId ?? []);
  const articleIds = rows.flatMap(({ articleId }) => articleId ?? []);
  const where = { claimId: { in: claimIds }, articleId: { in: articleIds } };
  const toLookAt = rows.flatMap(({ kind, doneAt, claimId }) =>
    kind === "shelf-life" && !doneAt && claimId ? [claimId] : [],
  );
  const [claims, articles, drafts, told, people, due] = await Promise.all([
    db().claim.findMany({ where: { id: { in: claimIds } }, select: { id: true, text: true, state: true } }),
    db().article.findMany({
      where: { id: { in: articleIds } },
      select: { id: true, title: true, outlet: { select: { name: true } } },
    }),
    db().preparedNotice.findMany({
      where: { ...where, state: "waiting" },
      select: { id: true, claimId: true, articleId: true, cause: true },
    }),
    db().notification.findMany({
      where,
      distinct: ["userId", "claimId", "articleId"],
      select: { userId: true, claimId: true, articleId: true },
    }),
    db().user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db().shelfLife.findMany({
      where: { claimId: { in: toLookAt } },
      select: { claimId: true, recheckAt: true },
    }),
  ]);
  const same = (row: TaskRow) => (other: { claimId: string | null; articleId: string | null }) =>
    other.claimId === row.claimId && other.articleId === row.articleId;
  const dueAt = new Map(due.map(({ claimId, recheckAt }) => [claimId, recheckAt.toISOString()]));
  return rows.map((row) => {
    const claim = claims.find(({ id }) => id === row.claimId);
    const article = articles.find(({ id }) => id === row.articleId);
    const toldIds = new Set(told.filter(same(row)).map(({ userId }) => userId));
    const cause = row.kind === "re-check" ? "reliability" : "drift";
    const draft = drafts.filter(same(row)).find((one) => one.cause === cause);
    return {
      id: row.id,
      kind: row.kind as TaskKind,
      text: row.text,
      claim: claim ? { ...claim, state: claim.state as "published" } : null,
      article: article
        ? { id: article.id, name: article.outlet?.name ?? article.title ?? "Unnamed article" }
        : null,
      // Of what is done nothing waits: a draft of the same kind is another task's.
      preparedId: (row.doneAt ? null : draft?.id) ?? null,
      told: people.filter(({ id }) => toldIds.has(id)).map(({ name }) => name),
      createdAt: row.createdAt.toISOString(),
      dueAt: (row.kind === "shelf-life" && !row.doneAt && dueAt.get(row.claimId ?? "")) || null,
      done: row.doneAt && {
        at: row.doneAt.toISOString(),
        by: people.find(({ id }) => id === row.doneById)?.name ?? null,
        note: row.note,
      },
    };
  });
}
