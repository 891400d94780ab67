import type { ClaimDto } from "@/lib/claims/dto";
import type { Rating } from "@/lib/settings/ratings";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { Section } from "@/components/ui/section";
import { ClaimName } from "./claim-name";

type Props = {
  parts: ClaimDto["parts"];
  ratings: readonly Rating[];
  /** The whole is worked on: what is not rated may still be. */
  isOpen: boolean;
};

/** The claims this one is made of; none may be rated higher than its weakest central part. */
export function PartsList({ parts, ratings, isOpen }: Props) {
  if (parts.length === 0) return null;
  return (
    <Section id="parts" title="Parts" aside={String(parts.length)}>
      <ul>
        {parts.map((part) => (
          <li key={part.id} className="border-t py-2">
            <ClaimName id={part.id} text={part.text} />
            <p className="text-sm text-ink-3">
              {part.central ? "central" : "not central"} ·{" "}
              {part.rating ? (
                <RatingTag code={part.rating} ratings={ratings} />
              ) : isOpen ? (
                "not rated yet"
              ) : (
                "not rated"
              )}
              {part.rating && !part.isPublished ? " · draft, not printed" : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
