import { expect, it } from "vitest";
import { workbook } from "../imports/fixtures/workbook";
import { readDocument } from "./read-document.server";

it("the numbers of a workbook are read as its file has them, like those of every copy that is kept", async () => {
  const cells = [
    `<c r="A1" t="inlineStr"><is><t>Selby</t></is></c>`,
    `<c r="B1" s="2"><v>0.34</v></c>`,
    `<c r="C1"><v>0.30000000000000004</v></c>`,
  ];
  const bytes = workbook(`<row r="1">${cells.join("")}</row>`);
  const read = await readDocument({ bytes, method: "uploaded", fileName: "ferries.xlsx" });
  expect(read.ok && read.value.extraction.fullText.trim()).toBe("Selby\t0.34\t0.30000000000000004");
});
