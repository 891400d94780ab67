import type { CorrectionClass } from "../claims/dossier";
import { readerWords, spokenLanguage } from "../words/reader";
import { revisionOf } from "./build-record";
import { compareRecords } from "./changes";
import type {
  NoticeRecord,
  PublicationRecord,
  PublicVersion,
  RetractionRecord,
  SignedRecord,
  WithheldRecord,
} from "./record";
import { standingNotices } from "./standing-notices";
import { kindOf } from "./withheld";
import type { DiffPart } from "./word-diff";

type Changes = { field: string; label: string; diff: DiffPart[] }[];

/** One version as readers see it in the list of versions. */
export type VerdictVersion = {
  version: number;
  kind: "publication" | "retraction";
  publishedAt: string;
  class: CorrectionClass | null;
  reason: string | null;
  sha256: string;
  url: string;
  /** Why its text is withheld and since when; `null` while it can be read. */
  withheld: Pick<WithheldRecord, "reasonClass" | "since"> | null;
  /** What changed since the version before, field by field and word by word; none for a retraction, or beside what is withheld. */
  changes: Changes;
};

/** Whether a signed record is a verdict, and not a retraction. */
export function isPublication(signed: PublicVersion): signed is SignedRecord<PublicationRecord> {
  return signed.record.kind === "publication";
}

/** Whether a signed record withdraws a verdict. */
export function isRetraction(signed: PublicVersion): signed is SignedRecord<RetractionRecord> {
  return signed.record.kind === "retraction";
}

/** What changed in version `index` (0-based) since the version before it, told in the verdict's language where it can be. */
function changesAt(versions: readonly PublicVersion[], index: number): Changes {
  const [before, after] = [versions[index - 1], versions[index]];
  if (!before || !after || !isPublication(before) || !isPublication(after)) return [];
  const words = readerWords(spokenLanguage(after.record.language));
  return compareRecords(revisionOf(before.record), revisionOf(after.record), words).map(
    ({ field, label, diff }) => ({ field, label, diff }),
  );
}

/** All versions of one verdict for readers, newest first, from its records in order, oldest first. */
export function verdictVersions(versions: readonly PublicVersion[]): VerdictVersion[] {
  return versions
    .map((signed, index) => {
      const { record, sha256 } = signed;
      const correction = record.kind === "publication" ? record.correction : null;
      return {
        version: record.version,
        kind: kindOf(record),
        publishedAt: record.publishedAt,
        class: correction?.class ?? null,
        reason: record.kind === "retraction" ? record.reason : (correction?.reason ?? null),
        sha256,
        url: `/verdicts/${record.slug}/v/${record.version}`,
        withheld:
          record.kind === "withheld" ? { reasonClass: record.reasonClass, since: record.since } : null,
        changes: changesAt(versions, index),
      };
    })
    .reverse();
}

/** A verdict as a line of a list, from all its records, oldest first, and its notices; `null` when none is a verdict. */
export function verdictListItem(versions: readonly PublicVersion[], notices: readonly NoticeRecord[]) {
  const current = versions.findLast(isPublication);
  const first = versions[0];
  if (!current || !first) return null;
  const { record } = current;
  const { slug, language, label, rating, finding, claim, correction } = record;
  return {
    slug,
    language,
    label,
    rating: { code: rating.code, label: rating.label, meaning: rating.meaning, number: rating.number },
    finding,
    claim: claim.text,
    claimant: claim.claimant,
    topics: claim.topics,
    points: record.summary.slice(0, 3),
    publishedAt: first.record.publishedAt,
    changed: correction === null ? null : { class: correction.class, at: record.publishedAt },
    notices: standingNotices(versions, notices),
  };
}

/** One line of the corrections log. */
export type CorrectionEntry = {
  slug: string;
  version: number;
  class: CorrectionClass | "retraction";
  reason: string;
  publishedAt: string;
  /** The finding as it stands; the claim when the verdict does not stand any more, or what stands is withheld. */
  title: string;
  language: string;
  changes: Changes;
};

/** Version `version` as a line of the corrections log, from all the verdict's records; `null` when it corrects nothing or is withheld. */
export function correctionEntry(versions: readonly PublicVersion[], version: number): CorrectionEntry | null {
  const index = versions.findIndex(({ record }) => record.version === version);
  const [changed, current] = [versions[index], versions.at(-1)];
  if (!changed || !current) return null;
  const { record } = changed;
  if (record.kind === "withheld") return null;
  const correction =
    record.kind === "retraction"
      ? { class: "retraction" as const, reason: record.reason }
      : record.correction;
  if (correction === null) return null;
  return {
    slug: record.slug,
    version,
    class: correction.class,
    reason: correction.reason,
    publishedAt: record.publishedAt,
    title: isPublication(current) ? current.record.finding : record.claim.text,
    language: record.language,
    changes: changesAt(versions, index),
  };
}
