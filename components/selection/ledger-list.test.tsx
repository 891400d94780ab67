import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { LedgerList } from "./ledger-list";

it("cuts no tip without a way to all of it: it has no page of its own", () => {
  const row = {
    ...{ id: "t1", what: "tip" as const, reason: "opinion" as const, note: null, topics: [] },
    ...{ source: "desk", cameAt: "2024-06-29T10:00:00Z", decided: null, claimId: null, claimStands: null },
  };
  const shown = (text: string) => renderToStaticMarkup(<LedgerList rows={[{ ...row, text }]} />);
  expect(shown("word ".repeat(20))).not.toContain("line-clamp");
  expect(shown("word ".repeat(200))).toContain("Show all of it");
});
