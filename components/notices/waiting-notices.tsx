import Link from "next/link";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { places } from "@/components/layout/places";
import { Notice } from "@/components/ui/notice";

type Props = { notices: PreparedNoticeDto[]; maySign: boolean };

/** Drafts of notices that wait beside a publication, for whoever opens its claim: one box, however many there are. */
export function WaitingNotices({ notices, maySign }: Props) {
  const [only] = notices;
  if (!only) return null;
  const safe = "Readers see what was signed.";
  return (
    <div className="mt-3">
      {notices.length === 1 ? (
        <Notice
          tone="warning"
          title={whatHappened(only)}
          safe={`${safe} A notice is prepared and waits for an editor.`}
        >
          <ToNotice notice={only} maySign={maySign} />
        </Notice>
      ) : (
        <Notice
          tone="warning"
          title="Sources of what is published have changed"
          safe={`${safe} ${notices.length} notices are prepared and wait for an editor.`}
        >
          <ul>
            {notices.map((notice) => (
              <li key={notice.id}>
                {whatHappened(notice)}: <ToNotice notice={notice} maySign={maySign} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

const happened: Record<PreparedNoticeDto["article"]["reliability"], string> = {
  corrected: "has been corrected",
  retracted: "has been withdrawn",
  compromised: "is not to be trusted",
  ok: "was marked as not to be relied on",
};

function whatHappened({ cause, article }: PreparedNoticeDto): string {
  return `${article.name} ${cause === "drift" ? "has other words than we quote" : happened[article.reliability]}`;
}

function ToNotice({ notice, maySign }: { notice: PreparedNoticeDto; maySign: boolean }) {
  const isDrift = notice.cause === "drift";
  return (
    <Link href={places.preparedNotice(notice.id)}>
      {maySign ? "Read, sign or dismiss " : "Read "}the notice about {isDrift ? "its words" : "the source"}
      <span className="sr-only">, {notice.article.name}</span>
    </Link>
  );
}
