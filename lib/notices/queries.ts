import "server-only";
import { downstreamOf } from "../articles/downstream.server";
import { evidenceLeaning } from "../articles/leaning.server";
import { db, type Prisma } from "../core/db.server";
import { fittingNoticeKinds } from "../publications/notice-limits";
import { publicVerdict } from "../publications/public-records.server";
import type { NoticeRecord, PublicationRecord } from "../publications/record";
import { standingOf } from "../publications/standing-notices";
import type { NoticesBeside, PreparedNoticeDto } from "./dto";

const include = {
  claim: { select: { id: true, text: true } },
  article: { select: { id: true, title: true, reliability: true, outlet: { select: { name: true } } } },
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
      reliability: row.article.reliability as PreparedNoticeDto["article"]["reliability"],
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

/** The record beside which a notice on this claim would stand; null where nothing is published, or it was retracted. */
export async function recordBeside(claimId: string): Promise<PublicationRecord | null> {
  const latest = await db().publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { kind: true, recordText: true },
  });
  return latest?.kind === "publication" ? (JSON.parse(latest.recordText) as PublicationRecord) : null;
}

/** Whether this record, the one that stands of a claim, rests on the article, by itself or through what has it from there. */
export async function restsOn(
  record: PublicationRecord,
  claimId: string,
  articleId: string,
): Promise<boolean> {
  if (record.claim.appearance?.articleId === articleId) return true;
  const { articleIds, reaches } = await downstreamOf(db(), articleId);
  const uses = await evidenceLeaning(db(), { claimId, articleId: { in: articleIds } });
  return uses.some((use) => use.published !== null && reaches(claimId, use.articleId));
}

/** What a notice beside this claim's publication may say; nothing where nothing is published. */
export async function noticeKindsBeside(claimId: string): Promise<NoticeRecord["kind"][]> {
  const record = await recordBeside(claimId);
  return record ? fittingNoticeKinds(record) : [];
}

/** One prepared notice; null when there is none. */
export async function getPrepared(id: string): Promise<PreparedNoticeDto | null> {
  const row = await db().preparedNotice.findUnique({ where: { id }, include });
  return row ? (await preparedDtos([row]))[0]! : null;
}

/** The notices beside this claim's publication; none where nothing is published. */
export async function noticesBeside(claim: {
  id: string;
  publication?: { slug: string };
}): Promise<NoticesBeside> {
  const where = { claimId: claim.id, state: "waiting" };
  const [drafts, verdict] = await Promise.all([
    db()
      .preparedNotice.findMany({ where, include, orderBy: { id: "asc" } })
      .then(preparedDtos),
    claim.publication ? publicVerdict(claim.publication.slug) : null,
  ]);
  return { drafts, standing: verdict?.ok ? standingOf(verdict.value) : [] };
}
