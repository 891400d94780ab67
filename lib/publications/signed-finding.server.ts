import "server-only";
import { db } from "../core/db.server";
import type { PublicationRecord } from "./record";
import type { SignedFinding } from "./signed-finding";

/** Rating and finding of a claim's last published version, as signed; null when nothing was published. */
export async function signedFinding(claimId: string): Promise<SignedFinding | null> {
  const latest = await db().publication.findFirst({
    where: { claimId, kind: "publication" },
    orderBy: { version: "desc" },
    select: { recordText: true },
  });
  if (!latest) return null;
  const { version, rating, finding } = JSON.parse(latest.recordText) as PublicationRecord;
  return { version, rating: { code: rating.code, label: rating.label }, finding };
}
