import "server-only";
import type { Reader } from "../core/db.server";
import { revisionOf } from "./build-record";
import type { PublicationRecord, RevisionRecord } from "./record";

/** The revision that the latest published version carries; null when nothing was published. */
export async function publishedRevision(reader: Reader, claimId: string): Promise<RevisionRecord | null> {
  const latest = await reader.publication.findFirst({
    where: { claimId, kind: "publication" },
    orderBy: { version: "desc" },
    select: { recordText: true },
  });
  return latest && revisionOf(JSON.parse(latest.recordText) as PublicationRecord);
}
