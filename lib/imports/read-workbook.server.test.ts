import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "./read-workbook.server";

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A workbook as Excel packs it, with one sheet of these rows (XML). */
function workbook(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const parts = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Claims" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${head}<sst xmlns="${main}"><si><t>Claim</t></si><si><t>Date</t></si><si><r><t>Six </t></r><r><rPr><b/></rPr><t>buses &amp; trams</t></r></si></sst>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync({ ...files, ...more });
}

const header = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`;

describe("readWorkbook", () => {
  it("reads words, also in several styles, and days as days", async () => {
    const read = await readWorkbook(
      workbook(`${header}<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>45471</v></c></row>`),
    );
    expect(read).toEqual({
      ok: true,
      value: [
        ["Claim", "Date"],
        ["Six buses & trams", "2024-06-28"],
      ],
    });
  });

  it("takes the value that was saved with a formula, and computes none", async () => {
    const rows = `${header}<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x","y")</f><v>Saved words</v></c><c r="B2"><f>1+1</f></c></row>`;
    expect(await readWorkbook(workbook(rows))).toMatchObject({
      value: [
        ["Claim", "Date"],
        ["Saved words", ""],
      ],
    });
  });

  it.each([
    [
      "unpacks to more than 30 MB",
      workbook(header, { "xl/media.xml": new Uint8Array(31 * 1024 * 1024) }),
      "too-large",
    ],
    [
      "holds thousands of parts",
      workbook(
        header,
        Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`xl/${n}.xml`, strToU8("<a/>")])),
      ),
      "too-large",
    ],
    [
      "has a cell in the last row that a sheet can have",
      workbook(`${header}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
      "too-many-rows",
    ],
    ["has a cell in the last column", workbook(`<row r="1"><c r="XFD1"><v>1</v></c></row>`), "too-many-rows"],
    [
      "hides where its cell stands",
      workbook(`<row r="1"><c r="&#88;FD9"><v>1</v></c></row>`),
      "too-many-rows",
    ],
    ["is an old Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "not-a-sheet"],
    ["is cut off", workbook(header).slice(0, 400), "not-a-sheet"],
    ["is a ZIP of other things", zipSync({ "a.txt": strToU8("x") }), "not-a-sheet"],
  ])("refuses a file that %s", async (_name, bytes, code) => {
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, error: { code } });
  });

  it("unpacks no more of a part than the part says it has", async () => {
    const bytes = Buffer.from(workbook(header));
    // The size stands in the central directory, 22 bytes before the name.
    bytes.writeUInt32LE(10, bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 22);
    expect((await readWorkbook(new Uint8Array(bytes))).ok).toBe(false);
  });
});
