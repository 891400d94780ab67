import type { ClaimDto } from "@/lib/claims/dto";

/** Of a claim that is ready and not signed yet, which acts on the page send it back to review. */
export function FallsBackLine({
  claim: { state, scheduled },
}: {
  claim: Pick<ClaimDto, "state" | "scheduled">;
}) {
  if (state !== "ready" || scheduled) return null;
  return (
    <p className="mt-3 text-sm text-ink-2">
      Any change to what readers will see sends it back to review: to the claim, its evidence, sources and
      figures, the verdict, a search, a reply. Reviews, comments, tasks and who does it do not.
    </p>
  );
}
