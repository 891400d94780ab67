import Link from "next/link";
import { places } from "@/components/layout/places";
import { TimeAgo } from "@/components/ui/time-ago";
import type { DueDto } from "@/lib/shelf-life/dto";

/** When this published finding is looked at again, and where that is noted. */
export function ShelfLifeLine({ due, now }: { due: DueDto | undefined; now: string }) {
  if (!due) return null;
  return (
    <p className="mt-2 text-sm text-ink-2">
      <span className={due.group === "overdue" ? "font-semibold text-warn" : ""}>
        {due.group === "overdue" ? "Another look was due" : "To be looked at again"}{" "}
        <TimeAgo at={due.recheckAt} now={now} />.
      </span>{" "}
      {/* While it is being corrected, the next version says when. */}
      {due.isInCorrection ? null : (
        <Link href={`${places.due}#due-${due.claimId}`}>Note that you looked</Link>
      )}
    </p>
  );
}
