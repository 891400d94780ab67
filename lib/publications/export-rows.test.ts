import { expect, test } from "vitest";
import { completeRecord } from "./build-record";
import { recordSha256 } from "./canonical";
import { exportColumns, exportCsv, exportRow } from "./export-rows";
import { aurusRecord, aurusRevision } from "./fixtures/aurus-dossier";
import type { AnyRecord, SignedRecord } from "./record";
import { retractionRecord } from "./statement-records";

const siteUrl = "https://desk.example";
const signedOf = (record: AnyRecord): SignedRecord => ({
  record,
  sha256: recordSha256(record),
  signature: "c2ln",
  keyId: "k",
});
const v1 = signedOf(aurusRecord());
const signing = { publishedAt: "2024-07-03T12:00:00Z", signer: aurusRecord().signer };
const v2 = signedOf(
  completeRecord(
    aurusRevision({
      previous: { version: 1, sha256: v1.sha256 },
      correction: { class: "correction", reason: '=HYPERLINK("http://evil.example")' },
    }),
    { ...signing, version: 2, overrides: [] },
  ),
);
const v3 = signedOf(
  retractionRecord({ record: v2.record as never, sha256: v2.sha256 }, { ...signing, reason: "Forged." }),
);

test("a row says whether its version stands, was replaced, was retracted or retracts", () => {
  const status = (versions: SignedRecord[], version: number) => exportRow(versions, version, siteUrl)?.status;
  expect([status([v1], 1), status([v1, v2], 1), status([v1, v2], 2)]).toEqual([
    "current",
    "superseded",
    "current",
  ]);
  expect([1, 2, 3].map((version) => status([v1, v2, v3], version))).toEqual([
    "retracted",
    "retracted",
    "retraction",
  ]);
  expect(exportRow([v1], 2, siteUrl)).toBeNull();
});

test("a retraction has no rating and no finding", () => {
  const row = exportRow([v1, v2, v3], 3, siteUrl)!;
  expect([row.rating, row.ratingNumber, row.finding, row.correctionReason]).toEqual([
    null,
    null,
    null,
    "Forged.",
  ]);
});

test("the CSV has a column for each member, and no cell that is a formula", () => {
  const row = exportRow([v1, v2], 2, siteUrl)!;
  expect([...exportColumns].sort()).toEqual(Object.keys(row).sort());
  const csv = exportCsv([row]);
  expect(csv.split("\r\n")[0]).toBe(exportColumns.join(","));
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(csv).not.toMatch(/(?:^|,)"?[=+@]/m);
});
