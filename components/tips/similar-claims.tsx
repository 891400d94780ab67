import Link from "next/link";
import { ClaimInLine } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LongText } from "@/components/ui/long-text";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import type { SimilarClaimDto } from "@/lib/tips/dto";

/** Why a tip is declined for a claim that is not published: nothing is said to be checked before it is. */
const sameAsOurs = "The desk has a claim that says the same.";

type Props = { tipId: string; similar: readonly SimilarClaimDto[]; decide: FormAction; now?: string };

/**
 * Claims that may say the same, each with why it was found; a person says whether the tip is answered by one. Where few
 * words are shared, that is asked only beside the whole claim.
 */
export function SimilarClaims({ tipId, similar, decide, now }: Props) {
  if (similar.length === 0) return null;
  return (
    <section aria-labelledby={`similar-${tipId}`} className="my-2 border-l-2 pl-3">
      <h3 id={`similar-${tipId}`} className="text-sm font-semibold">
        Claims that share words with it
      </h3>
      <ul>
        {similar.map((claim) => {
          const close = <CloseAsSame tipId={tipId} claim={claim} decide={decide} />;
          return (
            <li key={claim.claimId} className="acts py-1">
              <div className="min-w-48 flex-1 [overflow-wrap:anywhere]">
                <ClaimInLine id={claim.claimId} text={claim.text} />
                <p className="text-sm text-ink-3">
                  <bdi>{claim.reasons.join("; ")}</bdi>
                  {publicWords(claim)}
                </p>
                {claim.publicState ? (
                  <PublicStateLine claimId={claim.claimId} state={claim.publicState} now={now} />
                ) : null}
              </div>
              {claim.isSame ? (
                close
              ) : (
                <Disclosure summary="Open and compare">
                  <LongText text={claim.text} className="font-serif text-md wrap-anywhere">
                    {claim.text}
                  </LongText>
                  <div className="acts mt-2">
                    {close}
                    <Link href={places.claim(claim.claimId)}>Its page</Link>
                  </div>
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Whether readers have it; nothing of what was never published. */
function publicWords({ slug, publicState }: SimilarClaimDto): string {
  if (!slug) return "";
  return publicState?.isRetracted ? " · retracted" : " · published";
}

type CloseProps = Pick<Props, "tipId" | "decide"> & { claim: SimilarClaimDto };

function CloseAsSame({ tipId, claim: { claimId, slug, text }, decide }: CloseProps) {
  return (
    <Form
      action={decide}
      id={`same-${tipId}-${claimId}`}
      done="declined"
      shownAt="the tips"
      label={`The tip says the same as: ${text}`}
    >
      <input type="hidden" name="decision" value="decline" />
      <input type="hidden" name="reason" value={slug ? "already-checked" : "other"} />
      {slug ? null : <input type="hidden" name="note" value={sameAsOurs} />}
      <input type="hidden" name="claimId" value={claimId} />
      <SubmitButton look="plain" small busy="Joining them…">
        Close as the same
      </SubmitButton>
    </Form>
  );
}
