import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FormAction } from "@/components/ui/form-state";
import { claimReviewWarnings } from "@/lib/publications/claim-review";
import type { StillAsked } from "./sign-off-form";
import { SignOffPageView } from "./sign-off-page-view";

const signOff: FormAction = async () => null;

function render(text: string, stillAsked: readonly StillAsked[] = []): string {
  const rating = { code: "disputed", label: "Disputed", meaning: "", number: 1, best: 5, worst: 1 };
  return renderToStaticMarkup(
    <SignOffPageView
      claimId="c1"
      claimText="The parts were Korean"
      state="ready"
      gate={{ revision: { number: 7, hash: "00" }, issues: [] }}
      links={{ claim: "/desk/claims/c1" }}
      next={{ version: 1, ratingLabel: "Disputed" }}
      changes={null}
      touches={[]}
      legalReads={{ hidden: true }}
      markupWarnings={claimReviewWarnings({ claim: { text }, rating })}
      signOff={signOff}
      stillAsked={stillAsked}
    >
      page
    </SignOffPageView>,
  );
}

it("tells the signer what other sites may do badly with, and lets them sign all the same", () => {
  const html = render(`Disputed: ${"the parts were Korean ".repeat(4)}`);
  expect(html).toContain("after the first 75 other sites may cut it off");
  expect(html).toContain("begins or ends with the rating “Disputed”");
  expect(html).toContain("You can sign as it is.");
  expect(html).toMatch(/<button[^>]*>[^<]*Publish (?:<!-- -->)?version 1 as Disputed/);
  expect(html).toMatch(/<button[^>]*>[^<]*Schedule (?:<!-- -->)?version 1 as Disputed/);
  expect(render("The parts were Korean")).not.toContain("On other sites");
});

it("says what is signed before it asks for the password", () => {
  const html = render("The parts were Korean");
  expect(html.indexOf("What is signed")).toBeGreaterThan(0);
  expect(html.indexOf("What is signed")).toBeLessThan(html.indexOf("Your password"));
});

it("says beside signing for later until when somebody may answer, and that this is judged now too", () => {
  const html = render("The parts were Korean", [{ asked: "The yard", deadlineAt: "2024-06-30T10:00:00Z" }]);
  expect(html).toMatch(/The yard may answer until <time[^>]*>30 June 2024, 10:00 UTC<\/time>\./);
  expect(html).toContain("it can be signed for a later time once that has passed");
  expect(render("The parts were Korean")).not.toContain("may answer until");
});

it("says in its head which claim is signed, and leads back to it by its words", () => {
  expect(render("x")).toMatch(/href="\/desk\/claims\/c1"[^>]*>The parts were Korean<\/a>/);
});
