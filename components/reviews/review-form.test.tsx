import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ClaimDto, ReviewDto } from "@/lib/claims/dto";
import { defaultRatings } from "@/lib/settings/ratings";
import type { FormAction } from "@/components/ui/form-state";
import { ReviewForm } from "./review-form";

const action: FormAction = async () => null;
const claim = { id: "c1", basisHash: "b1", evidence: [], reviews: [] } as unknown as ClaimDto;
const mine: ReviewDto = {
  id: "r1",
  reviewer: { id: "u1", name: "Ann" },
  mark: "confirmed",
  rating: "confirmed",
  rationale: "I read it.",
  evidenceIds: [],
  blind: true,
  outdated: true,
  givenAt: "2024-06-29T10:00:00Z",
};
const render = (own: ReviewDto | null, about = claim) =>
  renderToStaticMarkup(
    <ReviewForm claim={about} ratings={defaultRatings} action={action} reaffirm={action} mine={own} />,
  );
/** The claim that a form says was read. */
const readIn = (html: string, form: string) =>
  new RegExp(`id="${form}"[^]*?name="basisHash" value="([^"]*)"`).exec(html)?.[1];

it("says with every answer which claim was read", () => {
  expect(readIn(render(null), "review-form")).toBe("b1");
  const outdated = render(mine);
  expect([readIn(outdated, "reaffirm"), readIn(outdated, "review-form")]).toEqual(["b1", "b1"]);
});

it("asks in one press whether an outdated review still holds, and keeps the form for another one open below", () => {
  const html = render(mine);
  expect(html.indexOf("It still holds")).toBeLessThan(html.indexOf("Review again"));
  expect(html).toMatch(/<details open=""[^>]*><summary[^>]*>Review again/);
  const current = render({ ...mine, outdated: false });
  expect(current).not.toContain("It still holds");
  expect(current).toMatch(/<details(?! open)[^>]*><summary[^>]*>Review again/);
});

it("says at the marks that a review cancels what is signed for later", () => {
  const cancels = "cancels the scheduled publication";
  const publishAt = "2024-06-30T04:00:00Z";
  const scheduled = { ...claim, scheduled: { publishAt, signedBy: mine.reviewer } } as unknown as ClaimDto;
  const marksOf = (html: string) => html.slice(html.indexOf("Your mark"));
  expect(marksOf(render(null, scheduled))).toContain(cancels);
  expect(marksOf(render(null))).not.toContain(cancels);
  expect(marksOf(render(null))).toContain("You can review again later.");
});

it("does not propose a rating anew by one press that is off the scale", () => {
  const html = render({ ...mine, rating: "half-true" });
  expect(html).not.toContain("It still holds");
  expect(html).toContain("no longer on the scale: review again, with another or with none.");
});
