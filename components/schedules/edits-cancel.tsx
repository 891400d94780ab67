import type { ReactNode } from "react";
import { AsksFirst } from "@/components/ui/asks-first";
import { Notice } from "@/components/ui/notice";
import { sayInZone } from "@/lib/core/zoned-time";
import type { ClaimDto } from "@/lib/claims/dto";
import { cancelsWords } from "@/lib/schedules/cancels-words";

type Props = {
  claim: Pick<ClaimDto, "state" | "scheduled">;
  /** The newsroom's. */
  timeZone: string;
  /** Whoever signed it is not told about themself. */
  viewerId: string;
  /** What is written here saves itself as a rule; once it is ready it is saved by hand. */
  savesByHand?: boolean;
  /** The forms that cancel it. */
  children: ReactNode;
};

/**
 * Around forms that edit what is signed for a later time: says first that this cancels it, and again where the first press of
 * each form asks. Of what is ready and not signed yet it says that an edit sends it back to review. Else it says nothing.
 */
export function EditsCancel({ claim, timeZone, viewerId, savesByHand, children }: Props) {
  const { scheduled } = claim;
  const byHand = savesByHand ? "What you write here does not save itself meanwhile. " : null;
  return (
    <>
      {scheduled ? (
        <div className="mb-5">
          <Notice
            tone="warning"
            title={`Signed, to be published on ${sayInZone(timeZone, new Date(scheduled.publishAt))}`}
          >
            {byHand}Any change here to what readers will see cancels that
            {scheduled.signedBy.id === viewerId
              ? ", which you signed: "
              : `: ${scheduled.signedBy.name} is told, and `}
            an editor has to sign again.
          </Notice>
        </div>
      ) : claim.state === "ready" ? (
        <div className="mb-5">
          <Notice title="This claim is ready for an editor">
            {byHand}Any change here to what readers will see sends it back to review: it has to be called
            ready again.
          </Notice>
        </div>
      ) : null}
      <AsksFirst besides={cancelsWords(scheduled, timeZone)}>{children}</AsksFirst>
    </>
  );
}
