import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
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
