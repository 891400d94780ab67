import Link from "next/link";
import type { ClaimDto } from "@/lib/claims/dto";
import { isOpenState, type ClaimState } from "@/lib/claims/vocabulary";
import type { Rating } from "@/lib/settings/ratings";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { Section } from "@/components/ui/section";
import type { ClaimLinks } from "./claim-links";

type Props = {
  verdict: ClaimDto["verdict"];
  ratings: readonly Rating[];
  links: ClaimLinks;
  state: ClaimState;
};

/** The draft finding, or that it is hidden until the viewer has reviewed. */
export function VerdictSummary({ verdict, ratings, links, state }: Props) {
  // It was withdrawn in public: what stands here holds no more.
  const isRetracted = state === "retracted";
  const yet = isOpenState(state) ? " yet" : "";
  return (
    <Section
      id="verdict"
      title={isRetracted ? "Finding that was retracted" : "Finding"}
      aside={
        <span className="flex gap-x-4">
          {links.sentences && !("hidden" in verdict) && verdict.version > 0 ? (
            <Link href={links.sentences}>Sentence by sentence</Link>
          ) : null}
          {links.verdict ? <Link href={links.verdict}>Write it</Link> : null}
        </span>
      }
    >
      {"hidden" in verdict ? (
        <p data-why className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-ink-2">
          {hiddenWords(verdict.version > 0, state)}
        </p>
      ) : (
        <>
          <p className={isRetracted ? "grayscale *:line-through" : undefined}>
            {verdict.rating ? <RatingTag code={verdict.rating} ratings={ratings} /> : `No rating${yet}.`}
          </p>
          <p className={verdict.finding ? "mt-1 font-serif text-md" : "text-ink-3"}>
            {verdict.finding || `No finding${yet}.`}
          </p>
        </>
      )}
    </Section>
  );
}

function hiddenWords(isBegun: boolean, state: ClaimState): string {
  if (state === "declined")
    return isBegun
      ? "A draft was begun before the claim was declined. Whoever gave no review does not see it."
      : "Nobody began a draft.";
  return isBegun
    ? "You see the draft once you have given your review."
    : "Nobody has begun a draft. Whoever writes it is an author: give your review first if you can.";
}
