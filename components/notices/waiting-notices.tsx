import Link from "next/link";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { places } from "@/components/layout/places";
import { Notice } from "@/components/ui/notice";

/** Drafts of notices that wait beside a publication, for whoever opens its claim. */
export function WaitingNotices({ notices, maySign }: { notices: PreparedNoticeDto[]; maySign: boolean }) {
  return (
    <div className="mt-3 grid gap-3 empty:hidden">
      {notices.map((notice) => (
        <Notice
          key={notice.id}
          tone="warning"
          title={
            notice.cause === "drift"
              ? `${notice.article.name} has other words than we quote`
              : `${notice.article.name} can no longer be relied on as it was`
          }
          safe="Readers see what was signed. A notice is prepared and waits for an editor."
        >
          <Link href={places.preparedNotice(notice.id)}>
            {maySign ? "Read, sign or dismiss it" : "Read the draft"}
          </Link>
        </Notice>
      ))}
    </div>
  );
}
