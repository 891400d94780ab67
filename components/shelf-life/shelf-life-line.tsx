import Link from "next/link";
import { places } from "@/components/layout/places";
import type { DueDto } from "@/lib/shelf-life/dto";
import { LookAgainDue } from "./look-again-due";

/** When this published finding is looked at again, and where that is noted. */
export function ShelfLifeLine({ due, now }: { due: DueDto | undefined; now: string }) {
  if (!due) return null;
  return (
    <p className="mt-2 text-sm text-ink-2">
      <LookAgainDue due={due} now={now} />. {/* While it is being corrected, the next version says when. */}
      {due.isInCorrection ? null : (
        <Link href={`${places.due}#due-${due.claimId}`}>Note that you looked</Link>
      )}
    </p>
  );
}
