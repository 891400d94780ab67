import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { DeskState } from "@/lib/publications/desk-state";
import { PublishedRow } from "./published-row";

const calm: DeskState = {
  ...{ version: 2, isRetracted: false, correction: null, notices: [], isNoticePrepared: false },
  ...{ isWithheld: false, isWithholdingAsked: false },
};
const item = {
  ...{ id: "p1", claimId: "c1", slug: "two-ferries", version: 2, kind: "publication", rating: null },
  ...{
    ratingLabel: null,
    claimText: "Two ferries",
    finding: "One does.",
    publishedAt: "2024-06-29T12:00:00Z",
  },
  ...{ reason: null, notices: [] },
};
const shown = (more: Partial<Parameters<typeof PublishedRow>[0]["item"]>, state: DeskState = calm) =>
  renderToStaticMarkup(
    <PublishedRow
      item={{ ...item, ...more }}
      rating=""
      state={state}
      isHidden={false}
      now={item.publishedAt}
    />,
  );

it("says why something was retracted, unless that is withheld", () => {
  const retracted = { kind: "retraction", reason: "The harbour was another one.", finding: "" };
  expect(shown(retracted)).toContain("The harbour was another one.");
  expect(shown(retracted, { ...calm, isWithheld: true })).not.toContain("The harbour was another one.");
});

it("says what a notice that stands says, with the way to it, and nothing of one that was answered", () => {
  const notices = [
    { kind: "under-review" as const, text: "We look at it again." },
    { kind: "outdated" as const, text: "It was so in May." },
  ];
  const html = shown({ notices }, { ...calm, notices: ["under-review"] });
  expect(html).toMatch(/href="\/verdicts\/two-ferries">Notice: (<!-- -->)?Under review<\/a>/);
  expect(html).toContain("We look at it again.");
  expect(html).not.toContain("It was so in May.");
  expect(html.match(/Under review/g)).toHaveLength(1);
});
