import "server-only";
import { db } from "../core/db.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { readerWords, spokenLanguage } from "../words/reader";
import { publicVerdict } from "./public-records.server";
import type { PublicationRecord, RetractionRecord, SignedRecord } from "./record";
import { retractionRecord } from "./statement-records";
import { isPublication, verdictVersions, type VerdictVersion } from "./verdict-versions";

/** `before` is the version that would be withdrawn, as readers have it; `null` while its text is withheld. */
export type RetractionPreview = {
  signed: SignedRecord<RetractionRecord>;
  versions: VerdictVersion[];
  before: PublicationRecord | null;
};

/**
 * The retraction of what stands in the shape of a signed one that it is not, with every version beside it, for the desk's
 * preview. In the place of the reason, which is written in the form and stored nowhere, it says that it stands there.
 * `signer` is the name of who would sign it. `not_found` where there is nothing to retract.
 */
export async function retractionAsSigned(
  claimId: string,
  signer: string,
  now: Date,
): Promise<Result<RetractionPreview>> {
  const latest = await db().publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    select: { slug: true, kind: true, recordText: true, sha256: true },
  });
  if (latest?.kind !== "publication") return fail(notFound("verdict"));
  const found = await publicVerdict(latest.slug);
  if (!found.ok) return found;
  const standing = JSON.parse(latest.recordText) as PublicationRecord;
  const record = retractionRecord(
    { record: standing, sha256: latest.sha256 },
    {
      reason: readerWords(spokenLanguage(standing.language)).verdict.retracted.draft.reason,
      publishedAt: now.toISOString(),
      signer: { name: signer, selfSigned: null, byToken: false },
    },
  );
  const signed = { record, sha256: "", signature: "", keyId: "" };
  const { versions } = found.value;
  const before = versions.find((one) => one.record.version === standing.version);
  return ok({
    signed,
    versions: verdictVersions([...versions, signed]),
    before: before && isPublication(before) ? before.record : null,
  });
}
