import { describe, expect, it } from "vitest";
import { shownPercents } from "./shown-percents";

const styles = `<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>`;
const share = `<c r="A1" s="1"><v>0.34</v></c>`;
const shown = `<c r="A1" s="1" t="str"><v>34%</v></c>`;
const sheetName = "xl/worksheets/sheet1.xml";
const read = (styles: string, sheet: string) =>
  shownPercents({ "xl/styles.xml": styles, [sheetName]: sheet })[sheetName];

/** 10 MB of the same words. */
const many = (words: string) => words.repeat(Math.ceil(10_000_000 / words.length));

describe("a workbook that was made to be slow", () => {
  it.each([
    ["cells whose tags never end", "<c "],
    ["cells that are never closed", `<c s="1">`],
    ["cells that end inside others", `<x:c s="1"><v></c>`],
    ["what is no tag", "<"],
  ])("is read in one go over %s", (_, words) => {
    const around = many(words);
    expect(read(styles, `${around}${share}${around}`)).toBe(`${around}${shown}${around}`);
  });

  it("is read in one go over formats and styles whose tags never end", () => {
    const formats = many("<numFmt ");
    expect(read(`${formats}${styles}${formats}`, share)).toBe(shown);
    expect(read(many("<cellXfs "), share)).toBeUndefined();
    expect(read(styles.replace("</cellXfs>", many("<xf ")), share)).toBe(shown);
  });

  it("is read in one go over styles that are never closed", () => {
    expect(read(many("<cellXfs>").repeat(2), share)).toBeUndefined();
  });

  it("has each format read once, however long it is and however many styles use it", () => {
    const format = `<numFmt numFmtId="164" formatCode="0%${"[".repeat(2_000_000)}"/>`;
    const uses = `<cellXfs>${`<xf numFmtId="164"/>`.repeat(100_000)}</cellXfs>`;
    expect(read(`${format}${uses}`, share)).toBe(shown);
  });
});
