import type { AnyRecord, SignedRecord } from "./record";
import { verifyRecord, type KeySet } from "./sign";

/** A publication as it is stored: the record's RFC 8785 text and what was signed. */
export type StoredRecord = { recordText: string; sha256: string; signature: string; keyId: string };

/** The record in a stored text; null when it is none. */
export function parseRecord<T = AnyRecord>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/**
 * The versions of one slug (`rows` oldest first) when each verifies, is numbered from 1 without gaps and names the hash
 * of the one before; else null: what does not verify is shown nowhere.
 */
export function verifiedVersions(
  slug: string,
  rows: readonly StoredRecord[],
  keys: KeySet,
): SignedRecord[] | null {
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
  return isChain ? versions : null;
}
