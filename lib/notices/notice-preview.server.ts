import "server-only";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { publicVerdict } from "../publications/public-records.server";
import type { NoticeRecord, PublicationRecord, SignedRecord } from "../publications/record";
import type { NoticeInput } from "../publications/schema";
import { noticeRecord } from "../publications/statement-records";
import { isPublication, verdictVersions, type VerdictVersion } from "../publications/verdict-versions";

/** The page of a verdict: what stands, every version, and the notices beside it. */
export type NoticePreview = {
  signed: SignedRecord<PublicationRecord>;
  versions: VerdictVersion[];
  notices: NoticeRecord[];
};

/**
 * What readers have of a claim, with the notice beside it in the shape of a signed one that it is not; as it stands while
 * none is written. `signer` is the name of who would sign it. `not_found` where no verdict stands that readers can read.
 */
export async function noticeAsSigned(
  claimId: string,
  signer: string,
  written: Pick<NoticeInput, "kind" | "text"> | null,
  now: Date,
): Promise<Result<NoticePreview>> {
  const latest = await db().publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { slug: true },
  });
  if (!latest) return fail(notFound("verdict"));
  const found = await publicVerdict(latest.slug);
  if (!found.ok) return found;
  const { slug, versions, notices } = found.value;
  const signed = versions.at(-1);
  if (!signed || !isPublication(signed)) return fail(notFound("verdict"));
  const publishedAt = now.toISOString();
  const added = written
    ? [noticeRecord({ id: "draft", slug, ...written, publishedAt, signer: { name: signer } })]
    : [];
  return ok({
    signed,
    versions: verdictVersions(versions),
    notices: [...notices.map(({ record }) => record), ...added],
  });
}
