import { afterAll, describe, expect, it } from "vitest";
import { readingProcess } from "../articles/reading-process.server";
import { rowsOf, workbook } from "./fixtures/workbook";
import { readWorkbook } from "./read-workbook.server";
import { readWorkbookApart } from "./read-workbook-apart.server";

afterAll(() => readingProcess.stop());

const rows = [
  ["Claim", "Who"],
  ["Six buses", "Ann"],
];

describe("reading a workbook apart", () => {
  it("gives what reading it here would give, and its refusals", async () => {
    const bytes = workbook(rowsOf(rows));
    expect(await readWorkbookApart(bytes)).toEqual(await readWorkbook(bytes));
    expect(await readWorkbookApart(workbook(""))).toMatchObject({ error: { code: "empty-sheet" } });
  });

  it("ends one that takes too long with what to do, and reads the next", async () => {
    const slow = workbook(rowsOf(Array.from({ length: 4_000 }, () => Array<string>(26).fill("words"))));
    expect(await readWorkbookApart(slow, 1)).toMatchObject({
      error: {
        code: "too-complex",
        issues: [{ field: "file", message: expect.stringContaining("paste them") }],
      },
    });
    expect((await readWorkbookApart(workbook(rowsOf(rows)))).ok).toBe(true);
  });
});
