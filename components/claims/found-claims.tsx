import Link from "next/link";
import { places } from "@/components/layout/places";
import { FactLine } from "@/components/ui/fact-line";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { DeskState } from "@/lib/publications/desk-state";
import { standsFact, stateFact } from "./queue-facts";

type Found = Pick<ClaimRowDto, "id" | "text" | "state" | "publishAt">;

type Props = {
  claims: readonly Found[];
  /** By claim: how what is public of it stands, as far as this person is shown it. */
  states: ReadonlyMap<string, DeskState>;
  now: string;
};

/** Claims that have the words looked for: where the work on each is, and how what readers see of it stands meanwhile. */
export function FoundClaims({ claims, states, now }: Props) {
  return (
    <ul className="border-b">
      {claims.map((claim) => (
        <li key={claim.id} className="border-t">
          <Link href={places.claim(claim.id)} className="block py-2.5 text-ink no-underline hover:bg-sunk">
            <span dir="auto" className="line-clamp-3 font-medium wrap-anywhere">
              {claim.text}
            </span>
            <State claim={claim} state={states.get(claim.id)} now={now} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function State({ claim, state, now }: { claim: Found; state: DeskState | undefined; now: string }) {
  return (
    <>
      <span className="block text-sm text-ink-3">
        <FactLine facts={[stateFact(claim, now), standsFact(state)]} />
      </span>
      {state ? <PublicStateLine claimId={claim.id} state={state} now={now} isPlain /> : null}
    </>
  );
}
