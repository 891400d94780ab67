import { places } from "@/components/layout/places";
import type { SavedBy } from "@/lib/core/both-sides";

/** Leads to what somebody else did to the claim meanwhile: in another tab, as what was written here is not saved yet. */
export function SeeHistory({ savedBy }: { savedBy: SavedBy }) {
  if (!savedBy.claimId) return null;
  return (
    <>
      <a href={places.history(savedBy.claimId)} target="_blank" rel="noopener">
        See the history
      </a>
      .
    </>
  );
}
