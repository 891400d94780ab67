import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ClaimState } from "@/lib/claims/vocabulary";
import { CorrectionNext } from "./correction-next";

const said = (state: ClaimState, isScheduled = false) =>
  renderToStaticMarkup(
    <CorrectionNext
      claim={{
        id: "c1",
        state,
        scheduled: isScheduled
          ? {
              publishAt: "2024-07-04T06:00:00Z",
              signedAt: "2024-07-03T06:00:00Z",
              signedBy: { id: "e1", name: "Ed" },
            }
          : null,
      }}
      version={1}
    />,
  ).replaceAll(/<[^>]*>/g, "");

test.each<[ClaimState, string]>([
  [
    "researching",
    "Next: put it right in the draft and submit it for review; once it is reviewed and ready, an editor signs version 2.",
  ],
  ["in-review", "Next: put it right in the draft; once it is reviewed and ready, an editor signs version 2."],
  ["ready", "Next: an editor signs version 2."],
])("an open correction says what comes next while it is %s", (state, words) => {
  expect(said(state)).toBe(words);
});

test("a correction that is signed for later has its notice instead", () => {
  expect(said("ready", true)).toBe("");
});
