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

function whatHappened({ cause, article }: PreparedNoticeDto): string {
  return cause === "drift"
    ? `${article.name} has other words than we quote`
    : `${article.name} can no longer be relied on as it was`;
}

function ToNotice({ notice, maySign }: { notice: PreparedNoticeDto; maySign: boolean }) {
  return (
    <Link href={places.preparedNotice(notice.id)}>
      {maySign ? "Read, sign or dismiss it" : "Read the draft"}
    </Link>
  );
}
