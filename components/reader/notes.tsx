import { en } from "@/lib/words/en";
import type { NoticeRecord, PublicationRecord } from "@/lib/publications/record";
import { peopleTimeOn } from "./dates";
import type { PublicVersion } from "./reader-site";
import { When } from "./when";
import { correctionVerbs, noticeWords } from "./words";

/** What was corrected: this version's note, and earlier ones as long as they told of an error. */
export function CorrectionNotes({
  record,
  versions,
}: {
  record: PublicationRecord;
  versions: readonly PublicVersion[];
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
        {correctionVerbs[note.class]} <When words={en} iso={note.at} />:
      </strong>{" "}
      {note.reason} <a href="#versions">What changed</a>
    </p>
  ));
}

/** Signed statements beside the verdict. */
export function Notices({ notices }: { notices: readonly NoticeRecord[] }) {
  return notices.map((notice) => (
    <p key={notice.id} className="note-box notice">
      <strong>
        {noticeWords[notice.kind]}, <When words={en} iso={notice.publishedAt} />:
      </strong>{" "}
      {notice.text} <span className="quiet">Signed by {notice.signer.name}.</span>
    </p>
  ));
}

/** "First findings, 14:10 UTC; next update by 18:00 UTC." */
export function ProvisionalLine({ record }: { record: PublicationRecord }) {
  if (record.provisional === null) return null;
  const { nextUpdateAt } = record.provisional;
  const next =
    nextUpdateAt === null ? "" : `; next update by ${peopleTimeOn(nextUpdateAt, record.publishedAt, en)}`;
  return (
    <p className="note-box provisional">
      <strong>
        First findings, {peopleTimeOn(record.publishedAt, record.publishedAt, en)}
        {next}.
      </strong>{" "}
      We are still looking and asking; the rating may change.
    </p>
  );
}
