import Link from "next/link";
import { entryWords } from "@/components/claims/entry-words";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { sayInZone } from "@/lib/core/zoned-time";
import type { CancelledScheduleDto, ScheduleDto } from "@/lib/schedules/dto";

type Props = {
  scheduled: ScheduleDto | null;
  cancelled: CancelledScheduleDto | null;
  /** The newsroom's. */
  timeZone: string;
  now: string;
  /** Where an editor cancels it, or publishes it now. */
  signOffHref?: string | undefined;
};

/** That it is signed and when it will be public; or that this was cancelled, by whom, when and why. */
export function ScheduledNotice({ scheduled, cancelled, timeZone, now, signOffHref }: Props) {
  if (scheduled)
    return (
      <div className="mt-3">
        <Notice title={`It will be published on ${sayInZone(timeZone, new Date(scheduled.publishAt))}`}>
          {scheduled.signedBy.name} signed it, <TimeAgo at={scheduled.signedAt} now={now} />. Any change to
          what would be published cancels that.
          {signOffHref ? (
            <>
              {" "}
              <Link href={signOffHref}>Cancel it, or publish it now</Link>
            </>
          ) : null}
        </Notice>
      </div>
    );
  if (!cancelled) return null;
  return (
    <div className="mt-3">
      <Notice
        title={`It will not be published on ${sayInZone(timeZone, new Date(cancelled.publishAt))}`}
        tone="warning"
      >
        {cancelled.endedBy && cancelled.events.length > 0 ? (
          <>
            {cancelled.endedBy} {cancelled.events.map(entryWords).join(", and ")},{" "}
            <TimeAgo at={cancelled.endedAt} now={now} />: that changed what would be published.
          </>
        ) : (
          <>
            {cancelled.why} That was <TimeAgo at={cancelled.endedAt} now={now} />.
          </>
        )}{" "}
        {cancelled.signedBy} had signed it.
        {cancelled.detail ? ` ${cancelled.detail}` : ""} To publish it, an editor signs again.
      </Notice>
    </div>
  );
}
