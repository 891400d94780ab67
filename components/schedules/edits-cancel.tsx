import { Notice } from "@/components/ui/notice";
import { sayInZone } from "@/lib/core/zoned-time";
import type { ScheduleDto } from "@/lib/schedules/dto";

type Props = {
  scheduled: ScheduleDto | null;
  /** The newsroom's. */
  timeZone: string;
  /** What is written here is saved without being sent. */
  savesItself?: boolean;
};

/** Before somebody edits what is signed for a later time: that this cancels it. Nothing where nothing waits. */
export function EditsCancel({ scheduled, timeZone, savesItself }: Props) {
  if (!scheduled) return null;
  return (
    <div className="mb-5">
      <Notice
        tone="warning"
        title={`Signed, to be published on ${sayInZone(timeZone, new Date(scheduled.publishAt))}`}
      >
        {savesItself ? "What you write here saves itself. " : null}Any change here to what readers will see
        cancels that: {scheduled.signedBy.name} is told, and an editor has to sign again.
      </Notice>
    </div>
  );
}
