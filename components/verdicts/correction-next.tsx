import Link from "next/link";
import { places } from "@/components/layout/places";
import type { ClaimDto } from "@/lib/claims/dto";

type Props = { claim: Pick<ClaimDto, "id" | "state" | "scheduled">; version: number };

/** What an open correction waits for, in one line; a scheduled one is said to be signed elsewhere on the page. */
export function CorrectionNext({ claim, version }: Props) {
  if (claim.scheduled) return null;
  const signs = `an editor signs version ${version + 1}`;
  return (
    <p className="mb-5 text-ink-2">
      <strong className="font-semibold text-ink">Next:</strong>{" "}
      {claim.state === "ready" ? (
        `${signs}.`
      ) : (
        <>
          put it right in <Link href={places.verdict(claim.id)}>the draft</Link>
          {claim.state === "researching" ? " and submit it for review" : ""}; once it is reviewed and ready,{" "}
          {signs}.
        </>
      )}
    </p>
  );
}
