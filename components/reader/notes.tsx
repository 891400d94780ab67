import type { NoticeRecord, PublicationRecord } from "@/lib/publications/record";
import { answeredBy } from "@/lib/publications/standing-notices";
import type { ReaderWords } from "@/lib/words/reader";
import type { VerdictVersion } from "@/lib/publications/verdict-versions";
import { peopleTimeOn } from "./dates";
import { WhenPublished, type Draft } from "./draft";
import { Phrase } from "./phrase";
import { contentIn } from "./reader-site";
import { When } from "./when";

/** What was corrected: this version's note, and earlier ones as long as they told of an error. */
export function CorrectionNotes({
  record,
  versions,
  draft,
  words,
}: {
  record: PublicationRecord;
  versions: readonly VerdictVersion[];
  /** Of a preview of what is not published. */
  draft: Draft | undefined;
  words: ReaderWords;
}) {
  const own = record.correction === null ? [] : [{ ...record.correction, at: record.publishedAt }];
  const earlier = versions
    .filter((version) => version.version < record.version)
    .sort((a, b) => b.version - a.version)
    .flatMap(({ class: kind, reason, publishedAt }) =>
      reason !== null && (kind === "correction" || kind === "verdict-change")
        ? [{ class: kind, reason, at: publishedAt }]
        : [],
    );
  return [...own, ...earlier].map((note, index) => (
    <p key={index} className="note-box" id={index === 0 ? "correction" : undefined}>
      <strong>
        {words.changes.done[note.class]}{" "}
        {draft && note === own[0] ? (
          <>
            (<WhenPublished draft={draft} words={words} />)
          </>
        ) : (
          <When iso={note.at} words={words} />
        )}
        :
      </strong>{" "}
      <bdi {...contentIn(record.language, words)}>{note.reason}</bdi>{" "}
      <a href="#versions">{words.changes.whatChanged}</a>
    </p>
  ));
}

/** Signed statements beside the verdict; of one that a later version answered it says so. */
export function Notices({
  notices,
  versions,
  language,
  words,
}: {
  notices: readonly NoticeRecord[];
  versions: readonly VerdictVersion[];
  /** Of the verdict beside which they stand. */
  language: string;
  words: ReaderWords;
}) {
  return notices.map((notice) => (
    <p key={notice.id} className="note-box notice">
      <strong>
        {words.changes.notices[notice.kind]}, <When iso={notice.publishedAt} words={words} />
        <Until answer={answeredBy(notice, versions)} words={words} />:
      </strong>{" "}
      <bdi {...contentIn(language, words)}>{notice.text}</bdi>{" "}
      <span className="quiet">
        <Phrase say={words.changes.signedBy} with={{ who: <bdi>{notice.signer.name}</bdi> }} />
      </span>
    </p>
  ));
}

function Until({ answer, words }: { answer: VerdictVersion | null; words: ReaderWords }) {
  if (answer === null) return null;
  const when = <When iso={answer.publishedAt} words={words} />;
  return (
    <>
      {" "}
      <Phrase say={words.changes.untilVersion(answer.version)} with={{ when }} />
    </>
  );
}

/** "First findings, 14:10 UTC; next update by 18:00 UTC." */
export function ProvisionalLine({
  record,
  draft,
  words,
}: {
  record: PublicationRecord;
  /** Of a preview of what is not published. */
  draft: Draft | undefined;
  words: ReaderWords;
}) {
  if (record.provisional === null) return null;
  const { nextUpdateAt } = record.provisional;
  const { firstFindings, firstFindingsUntil, mayChange } = words.verdict;
  const at =
    draft?.publishAt === null
      ? words.verdict.draft.atPublication
      : peopleTimeOn(record.publishedAt, record.publishedAt, words);
  return (
    <p className="note-box provisional">
      <strong>
        {nextUpdateAt === null
          ? firstFindings(at)
          : firstFindingsUntil(at, peopleTimeOn(nextUpdateAt, record.publishedAt, words))}
      </strong>{" "}
      {mayChange}
    </p>
  );
}
