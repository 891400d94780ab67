import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { altered, rowsOf, workbook, workbookOf } from "./fixtures/workbook";
import { readWorkbook, readWorkbookSheets } from "./read-workbook.server";

const header = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`;

const relations = "xl/_rels/workbook.xml.rels";
const row = (attribute: string) => `<row ${attribute}><c r="A1"><v>1</v></c></row>`;

/** Rows of so many cells, two in a row, which all name the shared words `longWords`. */
const long = (first: number, cells: number) =>
  Array.from({ length: cells / 2 }, (_, at) => {
    const cell = (column: string) => `<c r="${column}${first + at}" t="s"><v>0</v></c>`;
    return `<row r="${first + at}">${cell("A")}${cell("B")}</row>`;
  }).join("");
const longWords = { "xl/sharedStrings.xml": strToU8(`<sst><si><t>${"x".repeat(20_000)}</t></si></sst>`) };

describe("readWorkbook", () => {
  it("reads words, also in several styles, and days as days", async () => {
    const read = await readWorkbook(
      workbook(`${header}<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>45471</v></c></row>`),
    );
    const table = [
      ["Claim", "Date"],
      ["Six buses & trams", "2024-06-28"],
    ];
    expect(read).toEqual({ ok: true, value: [{ name: "Claims", table, problem: null }] });
  });

  it("gives a time as the sheet shows it, to the second, and puts no zone to it", async () => {
    const days = [45471.5, 45471 + 52_215 / 86_400, 45471 + 52_200 / 86_400 - 1e-9];
    const rows = days.map(
      (day, index) => `<row r="${index + 2}"><c r="B${index + 2}" s="1"><v>${day}</v></c></row>`,
    );
    const read = await readWorkbook(workbook(`${header}${rows.join("")}`));
    expect(read.ok && read.value[0]?.table?.slice(1).map((row) => row[1])).toEqual([
      "2024-06-28T12:00",
      "2024-06-28T14:30:15",
      "2024-06-28T14:30",
    ]);
  });

  it("gives where a cell leads, by a link put on it or by a formula, and what it shows as it is", async () => {
    const cell = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const formula = (at: string, written: string) =>
      `<c r="${at}" t="str"><f>HYPERLINK(${written})</f><v>BBC</v></c>`;
    const rows = `<row r="2">${cell("B2", "Reuters")}${formula("C2", '"https://bbc.example/?a=1&amp;b=2","BBC"')}</row>
      <row r="3">${cell("B3", "Run")}${formula("C3", "A1")}</row>
      <row r="4">${cell("B4", "https://reuters.example/4")}${cell("C4", "Plain")}</row>`;
    const link = (at: string, id: string, more = "") => `<hyperlink ref="${at}" r:id="${id}"${more}/>`;
    const bytes = altered(
      workbookOf({ Cover: rowsOf([["Words"]]), "A & B": rows }),
      "xl/worksheets/sheet2.xml",
      [
        "</sheetData>",
        `</sheetData><hyperlinks>${link("B2", "rId1", ' location="top"')}${link("B3", "rId2")}${link("B4", "rId1")}</hyperlinks>`,
      ],
    );
    const relations = `<Relationships><Relationship Id="rId1" Type="hyperlink" Target="https://reuters.example/1?a=1&amp;b=2" TargetMode="External"/>
      <Relationship Id="rId2" Type="hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`;
    const read = await readWorkbook(
      zipSync({ ...unzipSync(bytes), "xl/worksheets/_rels/sheet2.xml.rels": strToU8(relations) }),
    );
    expect(read.ok && read.value.map(({ table }) => table)).toEqual([
      [["Words"]],
      [
        ["", "", ""],
        [
          "",
          { text: "Reuters", link: "https://reuters.example/1?a=1&b=2#top" },
          { text: "BBC", link: "https://bbc.example/?a=1&b=2" },
        ],
        ["", "Run", "BBC"],
        ["", { text: "https://reuters.example/4", link: "https://reuters.example/1?a=1&b=2" }, "Plain"],
      ],
    ]);
  });

  it.each(["1", "true", " true "])("counts days from 1904 where the file says so (%s)", async (says) => {
    const day = `${header}<row r="2"><c r="B2" s="1"><v>44009</v></c></row>`;
    const bytes = altered(workbook(day), "xl/workbook.xml", [
      "<workbookPr",
      `<workbookPr date1904="${says}"`,
    ]);
    const read = await readWorkbook(bytes);
    expect(read.ok && read.value[0]?.table?.[1]).toEqual(["", "2024-06-28"]);
    const kept = await readWorkbookSheets(bytes, "kept");
    expect(kept.ok && kept.value[0]?.rows[1]).toEqual(["", "2024-06-28"]);
  });

  it("leaves out a chart that has a sheet of its own, and says what to do when there is nothing else", async () => {
    const chart = (bytes: Uint8Array) => altered(bytes, relations, ["/worksheet", "/chartsheet"]);
    const read = await readWorkbook(chart(workbookOf({ Chart: header, Claims: header })));
    expect(read.ok && read.value.map(({ name, table }) => [name, table?.length])).toEqual([["Claims", 1]]);
    const kept = await readWorkbookSheets(chart(workbookOf({ Chart: header, Claims: header })), "kept");
    expect(kept.ok && kept.value.map(({ name }) => name)).toEqual(["Claims"]);
    expect(await readWorkbook(chart(workbook(header)))).toMatchObject({
      error: { code: "empty-sheet", detail: expect.stringContaining("Choose another file") },
    });
  });

  it("gives a share as the sheet shows it, and a number without what computing left behind it", async () => {
    const formats = ["0.0%", "0.##\\ %", "#,##0%;[Red]-#,##0%", "0&quot; % of all&quot;"];
    const [styles, custom] = [[0, 9, 10, 164, 165, 166, 167], (id: number) => 164 + id];
    const numFmts = formats
      .map((code, id) => `<numFmt numFmtId="${custom(id)}" formatCode="${code}"/>`)
      .join("");
    const xfs = styles.map((id) => `<xf numFmtId="${id}"/>`).join("");
    const part = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${numFmts}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`;
    const cells: [value: string, style: number, shown: string][] = [
      ["0.34", 1, "34%"],
      ["0.345", 1, "35%"],
      ["0.345", 2, "34.50%"],
      ["-0.0416", 3, "-4.2%"],
      ["0.5", 4, "50 %"],
      ["0.12345", 4, "12.35 %"],
      ["12.5", 5, "1,250%"],
      ["34", 6, "34"],
      ["0.34", 0, "0.34"],
      ["0.30000000000000004", 0, "0.3"],
    ];
    const rows = cells.map(
      ([value, style], at) =>
        `<row r="${at + 2}"><c r="A${at + 2}" s="${style}"/><c r="B${at + 2}" s="${style}"><f>x</f><v>${value}</v></c></row>`,
    );
    const words = `<row r="20"><c r="A20" s="1" t="inlineStr"><is><t>0.34</t></is></c><c r="B20" s="1" t="s"><v>0</v></c></row>`;
    const read = await readWorkbook(
      workbook(`${header}${rows.join("")}${words}`, { "xl/styles.xml": strToU8(part) }),
    );
    const table = read.ok ? read.value[0]!.table! : [];
    expect(table.slice(1, 11).map((row) => row[1])).toEqual(cells.map(([, , shown]) => shown));
    expect(table.at(-1)).toEqual(["0.34", "Claim"]);
  });

  it("takes the value that was saved with a formula, and computes none", async () => {
    const rows = `${header}<row r="2"><c r="A2" t="str"><f>CONCATENATE("x","y")</f><v>Saved words</v></c><c r="B2"><f>1+1</f></c></row>`;
    expect(await readWorkbook(workbook(rows))).toMatchObject({
      value: [
        {
          table: [
            ["Claim", "Date"],
            ["Saved words", ""],
          ],
        },
      ],
    });
  });

  it("gives each sheet that has cells, in the workbook's order, and says why one cannot be imported", async () => {
    const long = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"x".repeat(20_001)}</t></is></c></row>`;
    const read = await readWorkbook(
      workbookOf({ Cover: "", "Old & new": header, Notes: long, Claims: header }),
    );
    expect(read.ok && read.value.map(({ name, table, problem }) => [name, table?.length, problem])).toEqual([
      ["Old & new", 1, null],
      ["Notes", undefined, expect.stringContaining("longer than 20,000 characters")],
      ["Claims", 1, null],
    ]);
    expect(await readWorkbook(workbookOf({ Cover: "", Notes: long }))).toMatchObject({
      error: { code: "long-cell" },
    });
    expect(await readWorkbook(workbookOf({ Cover: "", Blank: "" }))).toMatchObject({
      error: { code: "empty-sheet" },
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
    ["hides where its row stands behind a prefix", workbook(row('x:r="9000"')), "too-many-rows"],
    ["calls a place a namespace", workbook(row('xmlns:x:r="9000"')), "too-many-rows"],
    ["begins a place with a mark", workbook(`<row><c r='"A9000'><v>1</v></c></row>`), "too-many-rows"],
    [
      "keeps its sheet where no other does",
      altered(
        altered(workbook(row('r="9000"')), relations, ["worksheets/sheet1.xml", "s/1.xml"]),
        "xl/worksheets/sheet1.xml",
        ["", ""],
        "xl/s/1.xml",
      ),
      "too-many-rows",
    ],
    ["says the same long words in each cell", workbook(long(1, 260), longWords), "too-large"],
    [
      "says them on several sheets",
      workbookOf({ May: long(1, 90), June: long(1, 90), July: long(1, 90) }, longWords),
      "too-large",
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
