import type { ReactNode } from "react";
import { AsksFirst } from "@/components/ui/asks-first";
import { Notice } from "@/components/ui/notice";
import { sayInZone } from "@/lib/core/zoned-time";
import { cancelsWords } from "@/lib/schedules/cancels-words";
import type { ScheduleDto } from "@/lib/schedules/dto";

type Props = {
  scheduled: ScheduleDto | null;
  /** The newsroom's. */
  timeZone: string;
  /** Whoever signed it is not told about themself. */
  viewerId: string;
  /** What is written here saves itself as a rule; while something waits it is saved by hand. */
  savesByHand?: boolean;
  /** The forms that cancel it. */
  children: ReactNode;
};

/**
 * Around forms that edit what is signed for a later time: says first that this cancels it, and again where the first press of
 * each form asks. Nothing of this where nothing waits.
 */
export function EditsCancel({ scheduled, timeZone, viewerId, savesByHand, children }: Props) {
  return (
    <>
      {scheduled ? (
        <div className="mb-5">
          <Notice
            tone="warning"
            title={`Signed, to be published on ${sayInZone(timeZone, new Date(scheduled.publishAt))}`}
          >
            {savesByHand ? "What you write here does not save itself meanwhile. " : null}Any change here to
            what readers will see cancels that
            {scheduled.signedBy.id === viewerId
              ? ", which you signed: "
              : `: ${scheduled.signedBy.name} is told, and `}
            an editor has to sign again.
          </Notice>
        </div>
      ) : null}
      <AsksFirst besides={cancelsWords(scheduled, timeZone)}>{children}</AsksFirst>
    </>
  );
}
