import Link from "next/link";
import { reasonWords } from "@/components/selection/selection-words";
import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { Notice } from "@/components/ui/notice";

type Props = { claim: { state: string; declineReason: string | null; declineNote: string | null } };

/** Why a claim is not checked, where somebody opens it, and what can be done about it. */
export function WhyDeclined({ claim: { state, declineReason, declineNote } }: Props) {
  if (state !== "declined") return null;
  return (
    <div className="mt-3">
      <Notice
        title={`Not checked: ${declineReason ? reasonWords(declineReason).toLowerCase() : "no reason was given"}`}
      >
        {declineNote ? <LongText text={declineNote}>{declineNote}</LongText> : null}
        Whoever reopens it can go on with it. It stands in the{" "}
        <Link href={places.ledger}>selection ledger</Link> until then.
      </Notice>
    </div>
  );
}
