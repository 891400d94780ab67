import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Outcome, PreviewRow } from "@/lib/imports/preview";
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
  expect(shown(true)).toContain("Not imported: There is no claim in this row.");
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

it("begins what became of a row with whether it was imported, and as what or why not", () => {
  const became = (outcome: Partial<Outcome>, more: Partial<PreviewRow> = {}) => {
    const done = { line: 2, outcome: "created" as const, claimId: "c1", message: "", ...outcome };
    const rows = [{ ...row(""), sheetSaid: [], outcome: done, ...more }];
    const html = renderToStaticMarkup(<PreviewTable rows={rows} hasBegun sources={[]} />);
    return html.slice(html.lastIndexOf("<td")).replace(/<[^>]*>/g, "");
  };
  expect(became({ message: "The quote is logged as evidence." })).toBe(
    "Imported as a new claim. The quote is logged as evidence.",
  );
  expect(became({ outcome: "there" }, { fate: "repeats", sameAs: 2 })).toMatch(
    /^Imported as the same claim as row 2\./,
  );
  expect(became({ outcome: "there", message: "Nothing was added to it." }, { fate: "there" })).toBe(
    "Not imported: the claim was there already. Nothing was added to it.",
  );
  const failed = { outcome: "failed" as const, message: "The desk was away." };
  expect(became({ ...failed, claimId: null }, { claim: { text: "The dike holds" } as never })).toBe(
    "Not imported, nothing was made of this row: The desk was away.",
  );
  expect(became(failed)).toBe(
    "Only a part was imported: its claim is there, and is not made twice. The desk was away.",
  );
  expect(became({ ...failed, claimId: null }, { problems: ["Ends before it begins."] })).toBe(
    "Not imported, nothing was made of this row: Ends before it begins. Mend it in the sheet, then choose the file again.",
  );
  const waits = { outcome: null, fate: "repeats" as const, sameAs: 2 };
  expect(became({}, waits)).toMatch(/^Still open: says the same as row 2;/);
});

it("of a row that went through by other columns does not say that it had no words", () => {
  const went = { line: 2, outcome: "there" as const, claimId: "c1", message: "Nothing was added to it." };
  const rows: PreviewRow[] = [{ ...row(""), sheetSaid: [], text: "", fate: "not-possible", outcome: went }];
  const html = renderToStaticMarkup(<PreviewTable rows={rows} hasBegun sources={[]} />);
  expect(html).toContain("Read when the columns were chosen otherwise");
  expect(html).not.toContain("No words in the column");
});
