import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutCells, type Delimiter } from "./cut-cells";

const cut = (text: string, delimiter: Delimiter = ",") => [...cutCells(text, delimiter)];

describe("cutCells", () => {
  it.each([
    ["an empty cell at the end", "a,\n", [["a", ""]]],
    ["empty lines", "\n\na\n", [[""], [""], ["a"]]],
    ["a mark of the byte order", '\ufeff"a,b",c', [["a,b", "c"]]],
    ["line ends of every kind", '"a"\r\n"b"\n"c"', [["a"], ["b"], ["c"]]],
    ["line ends of old Macs", '"a\nb"\r\nc'.replaceAll("\n", ""), [["ab"], ["c"]]],
    [
      "an old Mac's cell of two lines",
      'a,b\r"x\ny",2\rc,3',
      [
        ["a", "b"],
        ["x\ny", "2"],
        ["c", "3"],
      ],
    ],
    ["marks of inches on lines of their own", '5" pipe\n6" pipe', [['5" pipe'], ['6" pipe']]],
    ["doubled marks", '"a ""b"" c"', [['a "b" c']]],
    ["words after a quoted beginning", '"One, two" three,Ann', [['"One, two" three', "Ann"]]],
    ["a mark within words", '5" pipe,6" pipe', [['5" pipe', '6" pipe']]],
    [
      "a mark that is closed at a later row's cell only",
      '"a,b\nc,"d"',
      [
        ['"a', "b"],
        ["c", "d"],
      ],
    ],
    ["nothing", "", []],
  ])("reads %s", (_name, text, rows) => expect(cut(text)).toEqual(rows));

  it("gives back the cells of any sheet that is written with quotation marks, whatever they hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\t", "\n", "\r", " ") });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom<Delimiter>(",", "\t"),
        (rows, end, by) => {
          const written = rows.map(
            (row) => row.map((words) => `"${words.replaceAll('"', '""')}"`).join(by) + end,
          );
          expect(cut(written.join(""), by)).toEqual(rows);
        },
      ),
    );
  });

  it.each(['"', '"a\n', ',""', '"a""', '",\n'])(
    "takes time in proportion to a text made to be slow: %j",
    (piece) => {
      expect(cut(piece.repeat(300_000)).length).toBeGreaterThan(0);
    },
  );
});
