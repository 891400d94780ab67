import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { DeskState } from "@/lib/publications/desk-state";
import { SimilarClaims } from "./similar-claims";

const claim = { claimId: "c1", text: "Two ferries were ordered", reasons: ["Shares: ferries"] };

const shown = (isSame: boolean) =>
  renderToStaticMarkup(
    <SimilarClaims tipId="t1" similar={[{ ...claim, isSame }]} decide={async () => null} />,
  );

it("offers to close a tip as the same beside a claim that says nearly that, else only beside the whole claim", () => {
  expect(shown(true)).toContain("Close as the same");
  expect(shown(true)).not.toContain("Open and compare");
  const [before = "", folded = ""] = shown(false).split("Open and compare");
  expect(before).not.toContain("Close as the same");
  expect(folded).toMatch(/Two ferries were ordered.*Close as the same.*<\/details>/s);
});

it("says what readers have of a claim: that it is published, or that it was retracted, and what is said beside it", () => {
  const publicState: DeskState = {
    ...{ version: 1, isRetracted: false, correction: null, notices: [], isNoticePrepared: false },
    ...{ isWithheld: false, isWithholdingAsked: false },
  };
  const words = (more: Partial<DeskState>) =>
    renderToStaticMarkup(
      <SimilarClaims
        tipId="t1"
        similar={[{ ...claim, slug: "ferries", isSame: true, publicState: { ...publicState, ...more } }]}
        decide={async () => null}
      />,
    );
  expect(words({ notices: ["under-review"] })).toMatch(/ · published.*notice: Under review/s);
  expect(words({ isRetracted: true })).toContain(" · retracted");
  expect(words({ isRetracted: true })).not.toContain("published");
  expect(shown(true)).not.toMatch(/published|retracted/);
});
