import { fail, notFound, ok, type Failure, type Result } from "../core/result";
import type { AnyRecord, PublicRecord, PublicVersion, SignedRecord, WithheldRecord } from "./record";

/** Whether the text of a version is withheld from readers. */
export function isWithheld(signed: PublicVersion): signed is SignedRecord<WithheldRecord> {
  return signed.record.kind === "withheld";
}

/** What a version is, also while it is withheld. */
export function kindOf(record: PublicRecord): AnyRecord["kind"] {
  return record.kind === "withheld" ? record.of : record.kind;
}

const because = { safety: "for safety", "court-order": "by court order" } as const;

/**
 * The refusal for what would show the text of a withheld version (451), with all that stays public of it; `log` is where
 * its entry stands in the public log.
 */
export function withheldFailure(
  { record, sha256, signature, keyId }: SignedRecord<WithheldRecord>,
  log?: object | null,
): Failure {
  const { slug, version, publishedAt, reasonClass, since } = record;
  return {
    kind: "withheld",
    code: "withheld",
    detail: `The text of version ${version} is withheld ${because[reasonClass]}. Its number, hash, signature and date stay public.`,
    extra: {
      slug,
      version,
      publishedAt,
      reasonClass,
      withheldSince: since,
      sha256,
      signature,
      keyId,
      ...(log === undefined ? {} : { log }),
    },
  };
}

/** A version whose text may be told; `withheld` for one whose text may not. */
export function readable({ record, ...rest }: PublicVersion, log?: object | null): Result<SignedRecord> {
  return record.kind === "withheld"
    ? fail(withheldFailure({ ...rest, record }, log))
    : ok({ ...rest, record });
}

/** Version `version` (a number from 1) of a verdict for a file made of its text: `not_found`, or `withheld`. */
export function readableVersion(versions: readonly PublicVersion[], version: number): Result<SignedRecord> {
  const signed = versions.find(({ record }) => record.version === version);
  return signed ? readable(signed) : fail(notFound("version"));
}
