import type { AnyRecord, NoticeRecord, PublicVersion, SignedRecord, WithholdingReason } from "./record";
import { verifyNotice, verifyRecord, type KeySet } from "./sign";

/** A publication as it is stored: the record's RFC 8785 text and what was signed. */
export type StoredRecord = { recordText: string; sha256: string; signature: string; keyId: string };

/** The same with whether its text is withheld, why and since when; both are `null` while it is not. */
export type StoredVersion = StoredRecord & {
  withheldFor: WithholdingReason | null;
  withheldSince: Date | null;
};

/** The record in a stored text; null when it is none. */
export function parseRecord<T = AnyRecord>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** What readers get of a version that was verified: all of it, or that it is withheld. */
function asPublic(signed: SignedRecord, { withheldFor, withheldSince }: StoredVersion): PublicVersion {
  if (withheldFor === null || withheldSince === null) return signed;
  const { kind: of, slug, version, language, publishedAt } = signed.record;
  const since = withheldSince.toISOString();
  const record = { kind: "withheld" as const, of, slug, version, language, publishedAt };
  return { ...signed, record: { ...record, reasonClass: withheldFor, since } };
}

/**
 * The versions of one slug (`rows` oldest first) when each verifies, is numbered from 1 without gaps and names the hash
 * of the one before; else null: what does not verify is shown nowhere. Of what is withheld, which is verified like the
 * rest, nothing but number, hash, signature, dates and reason class goes on from here.
 */
export function verifiedVersions(
  slug: string,
  rows: readonly StoredVersion[],
  keys: KeySet,
): PublicVersion[] | null {
  const versions = rows.flatMap(({ recordText, sha256, signature, keyId }) => {
    const record = parseRecord(recordText);
    return record ? [{ record, sha256, signature, keyId }] : [];
  });
  if (versions.length !== rows.length) return null;
  const isChain = versions.every((signed, index) => {
    const { record } = signed;
    const before = versions[index - 1]?.sha256 ?? null;
    const isInTurn = record.slug === slug && record.version === index + 1;
    const isNext = isInTurn && (record.previous?.sha256 ?? null) === before;
    return isNext && verifyRecord(signed, keys, rows[index]!.recordText).ok;
  });
  return isChain ? versions.map((signed, index) => asPublic(signed, rows[index]!)) : null;
}

/** The notices beside one slug, in the order of `rows`, when each verifies and was signed for that slug; else null. */
export function verifiedNotices(
  slug: string,
  rows: readonly StoredRecord[],
  keys: KeySet,
): SignedRecord<NoticeRecord>[] | null {
  const notices = rows.flatMap(({ recordText, sha256, signature, keyId }) => {
    const record = parseRecord<NoticeRecord>(recordText);
    return record ? [{ record, sha256, signature, keyId }] : [];
  });
  const areGood = notices.every((notice) => notice.record.slug === slug && verifyNotice(notice, keys).ok);
  return notices.length === rows.length && areGood ? notices : null;
}
