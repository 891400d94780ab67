import "server-only";
import { db } from "../core/db.server";
import type { RetractionRecord } from "./record";
import { parseRecord } from "./verified-versions";

/** Why a verdict does not stand any more, as its signed record says; `at` is an ISO time. */
export type Retraction = { slug: string; version: number; reason: string; signedBy: string; at: string };

/** What withdrew a claim's verdict, for the desk; null when nothing did. */
export async function retractionOf(claimId: string): Promise<Retraction | null> {
  const row = await db().publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { kind: true, recordText: true },
  });
  const record = row?.kind === "retraction" ? parseRecord<RetractionRecord>(row.recordText) : null;
  if (!record) return null;
  const { slug, version, reason, signer, publishedAt } = record;
  return { slug, version, reason, signedBy: signer.name, at: publishedAt };
}
