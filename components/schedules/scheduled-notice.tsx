import Link from "next/link";
import { entryWords } from "@/components/claims/entry-words";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { sayInZone } from "@/lib/core/zoned-time";
import type { CancelledScheduleDto, ScheduleDto } from "@/lib/schedules/dto";
import { endWords } from "@/lib/schedules/ends";

type Props = {
  scheduled: ScheduleDto | null;
  cancelled: CancelledScheduleDto | null;
  /** The newsroom's. */
  timeZone: string;
  viewerId: string;
  /** Where an editor cancels it, or publishes it now. */
  signOffHref?: string | undefined;
};

/**
 * That it is signed, when it will be public, and which acts on the page cancel that: the one place that says so; or that it
 * was cancelled, by whom, when and why.
 */
export function ScheduledNotice({ scheduled, cancelled, timeZone, viewerId, signOffHref }: Props) {
  const named = ({ id, name }: ScheduleDto["signedBy"]) => (id === viewerId ? "You" : name);
  if (scheduled)
    return (
      <div id="schedule" className="mt-3 scroll-mt-16">
        <Notice title={`It will be published on ${sayInZone(timeZone, new Date(scheduled.publishAt))}`}>
          <p>
            {named(scheduled.signedBy)} signed it, <TimeAgo at={scheduled.signedAt} exact />.{" "}
            {signOffHref ? (
              <Link href={signOffHref}>Cancel it, or publish it now</Link>
            ) : (
              "An editor can cancel it."
            )}
          </p>
          <p className="mt-1">
            Any change to what readers will see cancels it too: to the claim, its evidence, sources and
            figures, a review, the verdict, a search, a reply. Comments, tasks and who does it do not.
          </p>
        </Notice>
      </div>
    );
  if (!cancelled) return null;
  const endedBy = cancelled.endedBy && named(cancelled.endedBy);
  return (
    <div className="mt-3">
      <Notice
        title={`It will not be published on ${sayInZone(timeZone, new Date(cancelled.publishAt))}`}
        tone="warning"
      >
        {endedBy && cancelled.events.length > 0 ? (
          <>
            {endedBy} {cancelled.events.map(entryWords).join(", and ")},{" "}
            <TimeAgo at={cancelled.endedAt} exact />: that changed what would be published.
          </>
        ) : (
          <>
            {endWords(cancelled.code, endedBy)} That was <TimeAgo at={cancelled.endedAt} exact />.
          </>
        )}{" "}
        {named(cancelled.signedBy)} had signed it.
        {cancelled.detail ? ` ${cancelled.detail}` : ""} To publish it, an editor signs again.
      </Notice>
    </div>
  );
}
