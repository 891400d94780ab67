import Link from "next/link";
import { reasonWords } from "@/components/selection/selection-words";
import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  claim: { state: string; declineReason: string | null; declineNote: string | null };
  /** Who declined it, and when; null where the log does not say. */
  by: { name: string | null; at: string } | null;
  now: string;
};

/** Why a claim is not checked, who said so and when, where somebody opens it, and what can be done about it. */
export function WhyDeclined({ claim: { state, declineReason, declineNote }, by, now }: Props) {
  if (state !== "declined") return null;
  return (
    <div className="mt-3">
      <Notice
        title={`Not checked: ${declineReason ? reasonWords(declineReason).toLowerCase() : "no reason was given"}`}
      >
        {by ? (
          <p className="text-ink-2">
            Declined by {by.name ?? "somebody who left"}, <TimeAgo at={by.at} now={now} />.
          </p>
        ) : null}
        {declineNote ? <LongText text={declineNote}>{declineNote}</LongText> : null}
        Whoever reopens it can go on with it. It stands in the{" "}
        <Link href={places.ledger}>selection ledger</Link> until then.
      </Notice>
    </div>
  );
}
