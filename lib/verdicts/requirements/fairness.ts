import type { Side } from "../../attributions/independence";
import type { DossierPart } from "../../claims/dossier";
import type { Rating } from "../../settings/ratings";
import { draftSentences, isOpenAtGate } from "../draft-sentences";
import type { Checker } from "./check";
import { gateIssue, shorten } from "./check";

const across: Record<Side, Side> = { supports: "disputes", disputes: "supports" };

/** A search that names no side was open to both, so it counts; one for the rating's own side does not. */
export const otherSideNotSearched: Checker = (context) => {
  const { dossier, independence } = context;
  if (dossier.claim.provisional) return [];
  const other = independence.side && across[independence.side];
  const isFound = dossier.evidence.some((item) => item.stance === other);
  const isSearched = dossier.searches.some(
    (search) => search.side === null || !other || search.side === other,
  );
  if (isFound || isSearched) return [];
  const against = other === "supports" ? "supports" : "speaks against";
  const message = `Nobody looked for what ${against} the claim. Search, and log it even if you find nothing.`;
  return [gateIssue(context, "other-side-not-searched", "searches", message)];
};

/** One issue a sentence; `verdict.writeUp.2` is the third sentence of the write-up. */
export const sentenceUncovered: Checker = (context) =>
  draftSentences(context.dossier)
    .filter(isOpenAtGate)
    .map(({ index, text, strange }) => {
      const ids = strange.map((id) => `“${shorten(id)}”`).join(" and ");
      const message =
        strange.length > 0
          ? `“${shorten(text)}” cites ${ids}, which is no evidence of this claim. Cite another.`
          : `“${shorten(text)}” cites no evidence. Cite it, or mark it as background.`;
      return gateIssue(context, "sentence-uncovered", `verdict.writeUp.${index}`, message);
    });

/**
 * A part counts by its signed rating, and until it has one by its draft, so that a whole never goes out above what is
 * coming; nothing of the draft is printed. A part off the truth axis, or not rated yet, is known neither way: it stands in
 * the middle of the scale. A rating off the axis is above nothing.
 */
export const partRatedLower: Checker = (context) => {
  const { rating, ratings, dossier } = context;
  const whole = rating?.number ?? null;
  if (whole === null) return [];
  return dossier.parts
    .filter((part) => part.central && whole > placeOf(ratingOf(part), ratings))
    .map((part) => {
      const known = ratings.find((other) => other.code === ratingOf(part));
      const is = known ? `is rated “${known.label}”` : "is not rated yet";
      // What is known neither way keeps the whole from the upper half of the scale.
      const so =
        known && known.number !== null
          ? "The whole cannot be rated higher."
          : "Until it is known, the whole cannot be rated above the middle of the scale.";
      const message = `A central part ${is}: “${shorten(part.text)}” ${so}`;
      return gateIssue(context, "part-rated-lower", `parts.${part.id}`, message);
    });
};

function ratingOf({ published, draftRating }: DossierPart): string | null {
  return published?.rating ?? draftRating;
}

function placeOf(code: string | null, ratings: readonly Rating[]): number {
  const numbers = ratings.flatMap((rating) => rating.number ?? []);
  const own = ratings.find((rating) => rating.code === code)?.number;
  return own ?? (Math.max(...numbers) + Math.min(...numbers)) / 2;
}
