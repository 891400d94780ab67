import { recordSigner } from "./record-parts";
import type { NoticeRecord, PublicationRecord, RetractionRecord, SigningPart } from "./record";

/** Version n+1 that withdraws version n: it keeps the claim's words and prints no rating and no finding. */
export function retractionRecord(
  before: { record: PublicationRecord; sha256: string },
  input: { reason: string } & Pick<SigningPart, "publishedAt" | "signer">,
): RetractionRecord {
  const { slug, publisher, language, label, claim, version } = before.record;
  return {
    type: "countersign-record",
    schema: 1,
    kind: "retraction",
    slug,
    publisher: { name: publisher.name, url: publisher.url },
    language,
    label,
    claim: { text: claim.text },
    reason: input.reason,
    previous: { version, sha256: before.sha256 },
    version: version + 1,
    publishedAt: input.publishedAt,
    signer: recordSigner(input.signer),
  };
}

/** A statement to stand beside a publication, ready to hash and sign. */
export function noticeRecord(input: Omit<NoticeRecord, "type" | "schema">): NoticeRecord {
  const { id, slug, kind, text, publishedAt, signer } = input;
  return {
    type: "countersign-notice",
    schema: 1,
    id,
    slug,
    kind,
    text,
    publishedAt,
    signer: { name: signer.name },
  };
}
