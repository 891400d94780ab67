import { expect, it } from "vitest";
import { countsInWords, importWords } from "./import-run";

const none = { fresh: 0, left: 0, notPossible: 0, created: 0, there: 0, failed: 0 };

it.each([
  [{}, ["There are no rows under the headers."]],
  [
    { fresh: 2, left: 3, notPossible: 1 },
    ["2 rows will become new claims, 1 row says what is there already, 1 row cannot be imported as it is."],
  ],
  [
    { created: 2, there: 1, fresh: 1, left: 1, notPossible: 1 },
    [
      "Imported: 2 new claims, 1 row was there already.",
      "Still open: 1 new claim, 1 row that cannot be imported as it is.",
    ],
  ],
  [
    { created: 1, there: 1, left: 2 },
    ["Imported: 1 new claim, 1 row was there already.", "Still open: 2 rows that are there already."],
  ],
  [
    { created: 1, failed: 2, notPossible: 2 },
    ["Imported: 1 new claim, 2 rows failed, 2 rows were not imported."],
  ],
  [
    { created: 1, failed: 1, fresh: 1, left: 1, notPossible: 1 },
    [
      "Imported: 1 new claim.",
      "Still open: 1 new claim, 1 row that failed, 1 row that cannot be imported as it is.",
    ],
  ],
  [{ there: 1 }, ["Imported: no new claim, 1 row was there already."]],
])("of %j it is said: %s", (counts, words) => expect(countsInWords({ ...none, ...counts })).toEqual(words));

it("says on its button that what failed is tried again with what is left", () => {
  expect(importWords({ ...none, fresh: 2, left: 3 })).toBe("Import 2 claims");
  expect(importWords({ ...none, fresh: 1, left: 1, failed: 1 })).toBe(
    "Import 1 claim and try the failed row again",
  );
  expect(importWords({ ...none, left: 2, failed: 2 })).toBe(
    "Go through the 2 rows and try the 2 failed rows again",
  );
});
