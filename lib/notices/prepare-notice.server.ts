import "server-only";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import type { NoticeRecord } from "../publications/record";

export type Cause = "drift" | "reliability";
export type Prepared = {
  claimId: string;
  articleId: string;
  slug: string;
  cause: Cause;
  kind: NoticeRecord["kind"];
  text: string;
};

/**
 * Writes the draft of a notice for an editor. While one waits for the same claim, source and cause there is no second:
 * it takes the new text, unless a person has worked on it. Nothing of it is public before an editor signs it.
 */
export async function prepareNotice(tx: Tx, notice: Prepared, now: Date): Promise<void> {
  await tx.preparedNotice.createMany({
    data: [{ id: newId(), ...notice, createdAt: now }],
    skipDuplicates: true,
  });
  const { claimId, articleId, cause, kind, text } = notice;
  await tx.preparedNotice.updateMany({
    where: { claimId, articleId, cause, state: "waiting", editedById: null, NOT: { text, kind } },
    data: { text, kind, version: { increment: 1 } },
  });
}

/** Takes back a draft that has lost its reason. One that was signed stays signed; answers whether there is such a one. */
export async function withdrawPrepared(
  tx: Tx,
  about: { claimId: string; articleId: string; cause: Cause },
  reason: string,
  now: Date,
): Promise<{ wasSigned: boolean }> {
  const { claimId, articleId, cause } = about;
  await tx.preparedNotice.updateMany({
    where: { claimId, articleId, cause, state: "waiting" },
    data: { state: "withdrawn", dismissReason: reason, decidedAt: now, version: { increment: 1 } },
  });
  const last = await tx.preparedNotice.findFirst({
    where: { claimId, articleId, cause },
    orderBy: { createdAt: "desc" },
    select: { state: true },
  });
  return { wasSigned: last?.state === "signed" };
}
