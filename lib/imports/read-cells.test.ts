import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledRows, findDelimiter, mostRows, tableOfBytes, tableOfText } from "./read-cells";

const cells = (text: string) => {
  const read = tableOfText(text);
  return read.ok ? read.value : read.error.code;
};
const utf16 = (text: string, isBig = false, mark = true) => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
};

describe("a cell that is a link", () => {
  const link = { text: "Reuters", link: "https://reuters.example/1?a=1&b=2" };

  it("says where it leads, in a table of the clipboard: where that is one place in the web", () => {
    const href = (to: string, words: string) => `<a href="${to}">${words}</a>`;
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const two = href("https://a.example", "A") + href("https://b.example", "B");
    const html = [
      row(href("https://reuters.example/1?a=1&amp;b=2", "<b>Reuters</b>"), two),
      row(href("javascript:alert(1)", "Run"), href(`https://a.example/${"x".repeat(2048)}`, "Long")),
      row(href("https://a.example/1", ""), "Claim"),
    ].join("");
    expect(cells(`<meta charset='utf-8'><table>${html}</table>`)).toEqual([
      [link, "AB"],
      ["Run", "Long"],
      ["", "Claim"],
    ]);
  });

  it("says where it leads, in a file of text: as its formula has it", () => {
    const csv = '"=HYPERLINK(""https://reuters.example/1?a=1&b=2"",""Reuters"")",=A1,"=HYPERLINK(A1)"';
    expect(cells(csv)).toEqual([[link, "=A1", "=HYPERLINK(A1)"]]);
    expect(cells('Words\t=HYPERLINK("javascript:alert(1)";"Run")')).toEqual([["Words", "Run"]]);
  });
});

describe("tableOfText", () => {
  it.each([
    ["commas", "Claim,Who\nA,B", ","],
    ["semicolons, with commas inside the cells", "Claim;Who\nOne, two;B\nThree, four, five;C", ";"],
    ["tabs, with commas inside the cells", "Claim\tWho\nOne, two\tB", "\t"],
    ["bars", "Claim|Who\nA|B", "|"],
    ["one column, whatever commas its sentences hold", "Claim\nOne, two\nThree", ","],
  ])("finds what stands between the cells: %s", (_name, text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter);
  });

  it("keeps line breaks, delimiters and doubled quotation marks inside a quoted cell", () => {
    expect(cells('Claim,Who\n"He said ""no"",\nand left",Ann')).toEqual([
      ["Claim", "Who"],
      ['He said "no",\nand left', "Ann"],
    ]);
  });

  it("leaves quotation marks that belong to the words, closed or not", () => {
    expect(cells('Claim\tWho\nThe "best" town\tAnn')).toEqual([
      ["Claim", "Who"],
      ['The "best" town', "Ann"],
    ]);
    expect(cells('Claim\tWho\n"Never closed\tAnn')).toEqual([
      ["Claim", "Who"],
      ['"Never closed', "Ann"],
    ]);
  });

  it("cuts no other row where a quotation mark is never closed, before it or after it", () => {
    const good = (n: number) => [`"We cut taxes, again ${n}",Iryna`, `Plain ${n},Ann`];
    const written = (n: number) => [
      [`We cut taxes, again ${n}`, "Iryna"],
      [`Plain ${n}`, "Ann"],
    ];
    const broken = '"Never closed,Ann';
    expect(cells(["Claim,Who", ...good(1), broken].join("\n"))).toEqual([
      ["Claim", "Who"],
      ...written(1),
      ['"Never closed', "Ann"],
    ]);
    expect(cells(["Claim,Who", ...good(1), broken, ...good(2), broken, ...good(3)].join("\r\n"))).toEqual([
      ["Claim", "Who"],
      ...written(1),
      ['"Never closed', "Ann"],
      ...written(2),
      ['"Never closed', "Ann"],
      ...written(3),
    ]);
  });

  it("leaves out empty columns and the empty rows at the end, and fills short rows", () => {
    expect(cells("Claim,Who,\nA\nB,C,\n,,\n\n")).toEqual([
      ["Claim", "Who"],
      ["A", ""],
      ["B", "C"],
    ]);
  });

  it("keeps empty rows between others, so that each row has the number that its sheet shows", () => {
    const table = tableOfText("\nClaim,Who\n,,\nA\n\nB,C,");
    expect(table.ok && filledRows(table.value)).toMatchObject([
      { line: 2, row: ["Claim", "Who"] },
      { line: 4, row: ["A", ""] },
      { line: 6, row: ["B", "C"] },
    ]);
    const endless = tableOfText(`Claim\nA\n${"\n".repeat(mostRows * 3)}B`);
    expect(endless.ok && endless.value).toEqual([["Claim"], ["A"], ["B"]]);
  });

  it("reads the table that spreadsheets put on the clipboard", () => {
    const html = `<meta charset='utf-8'><google-sheets-html-origin><style>td{x}</style><table xmlns="x"><tbody><tr><td>Claim</td><td>Who</td></tr><tr><td style="a">One &amp; two<br>three</td><td>B</td></tr></tbody></table>`;
    expect(cells(html)).toEqual([
      ["Claim", "Who"],
      ["One & two\nthree", "B"],
    ]);
  });

  it("refuses what is empty, too long or too wide, in words", () => {
    expect(cells("  \n ")).toBe("empty-sheet");
    expect(cells(`Claim\n${"x\n".repeat(mostRows + 1)}`)).toBe("too-many-rows");
    expect(cells(`a${",b".repeat(100)}`)).toBe("too-many-columns");
    expect(cells(`Claim\n${"x".repeat(20_001)}`)).toBe("long-cell");
    expect(cells(`Claim\n${`${"x".repeat(10_000)}\n`.repeat(501)}`)).toBe("too-large");
    expect(cells(`Claim\n${"x\n".repeat(mostRows)}`)).toHaveLength(mostRows + 1);
  });

  it("reads anything without throwing, into rows of one length", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\t", "\n", "\r", "|", "<", "\0") }),
        (text) => {
          const read = tableOfText(text);
          if (read.ok) expect(new Set(read.value.map(({ length }) => length)).size).toBe(1);
        },
      ),
    );
  });
});

describe("tableOfBytes", () => {
  const text = "Claim;Who\n“Größe” – żółć;Ann";
  const expected = [
    ["Claim", "Who"],
    ["“Größe” – żółć", "Ann"],
  ];
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16, little-endian", utf16(text)],
    ["UTF-16, big-endian", utf16(text, true)],
    ["UTF-16 without a mark", utf16(text, false, false)],
    ["UTF-16 without a mark, big-endian", utf16(text, true, false)],
  ])("reads %s", (_name, bytes) => {
    expect(tableOfBytes(bytes)).toEqual({ ok: true, value: expected });
  });

  it("reads Windows-1252 and Windows-1251 as spreadsheets save them", () => {
    const western = new Uint8Array([...Buffer.from("Claim;Who\n\x93Gr\xf6\xdfe\x94;Ann", "latin1")]);
    expect(tableOfBytes(western)).toMatchObject({
      value: [
        ["Claim", "Who"],
        ["“Größe”", "Ann"],
      ],
    });
    const words = "Заявление;Кто\nМэр построил пять новых мостов;Анна";
    const cyrillic = Uint8Array.from([...words], (char) => {
      const code = char.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    expect(tableOfBytes(cyrillic)).toMatchObject({
      value: [
        ["Заявление", "Кто"],
        ["Мэр построил пять новых мостов", "Анна"],
      ],
    });
  });
});
