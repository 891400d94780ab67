import type { CorrectionClass } from "../claims/dossier";
import type { ReaderWords } from "../words/reader";
import type { NoticeRecord, PublicVersion } from "./record";

/** What of a version decides whether it answers a notice. */
type Later = { version: number; class: CorrectionClass | null; publishedAt: string };

/** A typing error put right and a clearer wording find nothing out: what a notice says still holds after them. */
const findsOut: Partial<Record<CorrectionClass, true>> = {
  update: true,
  correction: true,
  "verdict-change": true,
};

/**
 * The version that ended a notice: the first update, correction or change of verdict that was published after it was
 * signed; `null` while it stands.
 */
export function answeredBy<V extends Later>(
  { publishedAt }: Pick<NoticeRecord, "publishedAt">,
  versions: readonly V[],
): V | null {
  const signed = Date.parse(publishedAt);
  const answers = versions
    .filter((later) => later.class !== null && findsOut[later.class])
    .filter((later) => Date.parse(later.publishedAt) > signed)
    .sort((a, b) => a.version - b.version);
  return answers[0] ?? null;
}

/** Something that a reader must know beside a rating; `text` is the signed words, `null` where the verdict itself says it. */
export type StandingNotice = { kind: NoticeRecord["kind"]; at: string; text: string | null };

/** What stands beside a rating, to be said before it where there are only words: "[Under review] ", or nothing. */
export function besideWords(
  standing: readonly Pick<StandingNotice, "kind">[],
  words: Pick<ReaderWords, "changes">,
): string {
  return standing.map(({ kind }) => `[${words.changes.notices[kind]}] `).join("");
}

function laterOf({ record }: PublicVersion): Later {
  const { version, publishedAt } = record;
  const given = record.kind === "publication" ? record.correction : null;
  return { version, publishedAt, class: given?.class ?? null };
}

type Said = Pick<NoticeRecord, "kind" | "publishedAt"> & { text: string | null };

/**
 * Of signed notices those that none of the versions answered, with what the verdict says of itself (`own`): newest first,
 * the newest of each kind.
 */
export function standingAmong<One extends Pick<NoticeRecord, "kind" | "publishedAt">>(
  signed: readonly One[],
  own: readonly One[],
  versions: readonly Later[],
): One[] {
  const newest = [...signed.filter((notice) => answeredBy(notice, versions) === null), ...own].sort(
    (a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt),
  );
  return newest.filter(({ kind }, index) => newest.findIndex((one) => one.kind === kind) === index);
}

/**
 * What stands beside a verdict that holds, newest first, the newest of each kind: signed notices that no version
 * answered, and that its findings are the first. `versions` are all of the verdict, oldest first.
 */
export function standingNotices(
  versions: readonly PublicVersion[],
  notices: readonly NoticeRecord[],
): StandingNotice[] {
  const current = versions.at(-1)?.record;
  if (current?.kind !== "publication") return [];
  const { publishedAt } = current;
  const own =
    current.provisional === null ? [] : [{ kind: "first-findings" as const, publishedAt, text: null }];
  return standingAmong<Said>(notices, own, versions.map(laterOf)).map(({ kind, publishedAt: at, text }) => ({
    kind,
    at,
    text,
  }));
}

/** The same of a verdict with its signed notices. */
export function standingOf(verdict: {
  versions: readonly PublicVersion[];
  notices: readonly { record: NoticeRecord }[];
}): StandingNotice[] {
  return standingNotices(
    verdict.versions,
    verdict.notices.map(({ record }) => record),
  );
}
