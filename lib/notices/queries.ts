import "server-only";
import { db, type Prisma } from "../core/db.server";
import type { PreparedNoticeDto } from "./dto";

const include = {
  claim: { select: { id: true, text: true } },
  article: { select: { id: true, title: true, outlet: { select: { name: true } } } },
} satisfies Prisma.PreparedNoticeInclude;

type Row = Prisma.PreparedNoticeGetPayload<{ include: typeof include }>;

async function preparedDtos(rows: Row[]): Promise<PreparedNoticeDto[]> {
  const ids = rows.flatMap(({ editedById, decidedById }) => [editedById ?? [], decidedById ?? []].flat());
  const people = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return rows.map((row) => ({
    id: row.id,
    claim: row.claim,
    article: {
      id: row.article.id,
      name: row.article.outlet?.name ?? row.article.title ?? "Unnamed article",
    },
    slug: row.slug,
    kind: row.kind as PreparedNoticeDto["kind"],
    text: row.text,
    cause: row.cause as PreparedNoticeDto["cause"],
    version: row.version,
    state: row.state as PreparedNoticeDto["state"],
    createdAt: row.createdAt.toISOString(),
    editedBy: nameOf(row.editedById),
    decided: row.decidedAt && {
      at: row.decidedAt.toISOString(),
      by: nameOf(row.decidedById),
      reason: row.dismissReason,
    },
  }));
}

/** One prepared notice; null when there is none. */
export async function getPrepared(id: string): Promise<PreparedNoticeDto | null> {
  const row = await db().preparedNotice.findUnique({ where: { id }, include });
  return row ? (await preparedDtos([row]))[0]! : null;
}

/** Drafts that wait for an editor beside this claim's publication. */
export async function waitingNotices(claimId: string): Promise<PreparedNoticeDto[]> {
  const where = { claimId, state: "waiting" };
  return preparedDtos(await db().preparedNotice.findMany({ where, include, orderBy: { id: "asc" } }));
}
