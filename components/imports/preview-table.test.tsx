import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PreviewRow } from "@/lib/imports/preview";
import { PreviewTable } from "./preview-table";

const row = (said: string): PreviewRow => ({
  line: 2,
  text: "The dike holds",
  claim: null,
  source: { url: null, outlet: null, quote: null, stance: null, note: null },
  problems: [],
  sheetSaid: [{ column: "Verdict", words: said }],
  fate: "new",
  claimId: null,
  sameAs: null,
  outcome: null,
});

it("says of a row that cannot be a claim, once the import has begun, that it was not imported", () => {
  const broken: PreviewRow = {
    ...{ ...row(""), sheetSaid: [], text: "", fate: "not-possible" },
    problems: ["There is no claim in this row."],
  };
  const shown = (hasBegun: boolean) =>
    renderToStaticMarkup(<PreviewTable rows={[broken]} hasBegun={hasBegun} sources={[]} />);
  expect(shown(false)).not.toContain("Not imported");
  expect(shown(true)).toContain("Not imported. There is no claim in this row.");
  expect(shown(true)).not.toContain("–");
});

it("cuts nothing of what the sheet said without a way to all of it", () => {
  const shown = (said: string) =>
    renderToStaticMarkup(<PreviewTable rows={[row(said)]} hasBegun={false} sources={[]} />);
  const short = shown("half true, see the second page of the report and the letter of the ministry");
  expect(short).toContain("letter of the ministry");
  expect(short).not.toContain("line-clamp");
  const long = shown(`${"half true, ".repeat(60)}and no more`);
  expect(long).toContain("and no more");
  expect(long).toContain("Show all of it");
});
