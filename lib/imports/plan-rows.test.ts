import { describe, expect, it } from "vitest";
import type { ColumnField } from "./columns";
import { planRows, sameWordsKey } from "./plan-rows";
import { countRows, previewRows } from "./preview";
import { dayOrder, readDay } from "./read-day";
import { noteOfRow, splitNote } from "./row-note";

const read = { hasHeader: false, timeZone: "UTC" };
const plan = (cells: Partial<Record<ColumnField, string>>) =>
  planRows([Object.values(cells)], Object.keys(cells) as ColumnField[], read)[0]!;

describe("readDay", () => {
  it.each([
    ["2024-06-28", "2024-06-28"],
    ["2024-06", "2024-06"],
    ["2024", "2024"],
    ["2024-06-28 14:05", "2024-06-28T14:05"],
    ["2024-06-28T14:05:00Z", "2024-06-28T14:05:00Z"],
    ["28.06.2024", "2024-06-28"],
    ["3.4.2024", "2024-04-03"],
    ["28 June 2024", "2024-06-28"],
    ["June 28, 2024", "2024-06-28"],
    ["28th of Sept. 2024", "2024-09-28"],
    ["June 2024", "2024-06"],
    ["28 червня 2024 р.", "2024-06-28"],
    ["1 Листопада 2024 року", "2024-11-01"],
    ["травень 2024", "2024-05"],
    ["05/05/2024", "2024-05-05"],
  ])("reads %s as %s", (cell, day) => expect(readDay(cell, "unknown")).toEqual({ day }));

  it.each(["soon", "2024-02-30", "45000", "31.02.2024", "03/04/2024", "28 June", ""])(
    "says what is wrong with %j",
    (cell) => expect(readDay(cell, "unknown")).toHaveProperty("problem"),
  );

  it("reads a day that could be a month as the rest of its column does", () => {
    expect(readDay("03/04/2024", dayOrder(["03/04/2024", "28/06/2024"]))).toEqual({ day: "2024-04-03" });
    expect(readDay("03/04/2024", dayOrder(["03/04/2024", "06/28/2024"]))).toEqual({ day: "2024-03-04" });
    expect(dayOrder(["28/06/2024", "06/28/2024"])).toBe("unknown");
  });
});

describe("planRows", () => {
  it("calls each row by its number in the sheet, where others are empty", () => {
    const table = [[""], ["Claim"], [""], ["One"], ["Two"]];
    const rows = planRows(table, ["text"], { hasHeader: true, timeZone: "UTC" });
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [4, "One"],
      [5, "Two"],
    ]);
  });

  it("takes the address that the words of a link lead to where they show none", () => {
    const reuters = { text: "Reuters", link: "https://reuters.example/1" };
    const shown = { text: "www.bbc.example/1", link: "https://elsewhere.example/" };
    const table = [
      [reuters, "One", reuters],
      [reuters, "Two", shown],
      [reuters, "Three", "Reuters"],
    ];
    const rows = planRows(table, ["source", "text", "url"], read);
    expect(rows.map(({ source, problems }) => [source.outlet, source.url, problems.length])).toEqual([
      ["Reuters", "https://reuters.example/1", 0],
      ["Reuters", "https://www.bbc.example/1", 0],
      ["Reuters", null, 1],
    ]);
  });

  it("makes a claim of a full row", () => {
    expect(
      plan({
        text: "Six buses",
        verbatim: "We bought six",
        claimant: "The mayor",
        saidAt: "28.06.2024",
        topics: "transport; money",
        importance: "High",
        deadlineAt: "2024-07-01",
        reach: "12,000",
        url: "www.a.example/x",
        stance: "Refutes",
      }),
    ).toMatchObject({
      problems: [],
      claim: {
        text: "Six buses",
        verbatim: "We bought six",
        kind: "said",
        claimant: "The mayor",
        saidAt: "2024-06-28",
        topics: ["transport", "money"],
        importance: 3,
        deadlineAt: "2024-07-01T23:59:00.000Z",
        reach: 12_000,
      },
      source: { url: "https://www.a.example/x", stance: "disputes" },
    });
  });

  it("takes what was said for the claim when there is no other wording", () => {
    expect(plan({ verbatim: "We bought six" }).claim).toMatchObject({ text: "We bought six", kind: "said" });
  });

  it.each<[Partial<Record<ColumnField, string>>, string]>([
    [{ note: "only a note" }, "no claim"],
    [{ text: "A", url: "see my desk" }, "no web address"],
    [{ text: "A", url: "javascript:alert(1)" }, "no web address"],
    [{ text: "A", importance: "7" }, "does not say how important"],
    [{ text: "A", stance: "maybe" }, "no stance"],
    [{ text: "A", reach: "many" }, "digits"],
    [{ text: "A", deadlineAt: "2024-06" }, "names no day"],
    [{ text: "A", claimant: "x".repeat(301) }, "Who says it"],
    [{ text: "A", topics: Array.from({ length: 13 }, (_, n) => `t${n}`).join(",") }, "Topics"],
  ])("says what is wrong with %j", (cells, words) => {
    const row = plan(cells);
    expect(row.claim).toBeNull();
    expect(row.problems.join(" ")).toContain(words);
  });

  it("counts lines as the sheet does, its header included", () => {
    const rows = planRows([["Claim"], ["A"], ["B"]], ["text"], { ...read, hasHeader: true });
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, "A"],
      [3, "B"],
    ]);
  });
});

describe("what a sheet said of a claim", () => {
  const sheet = [
    ["Claim", "Status", "Rating", "Checked by"],
    ["Six buses", "Confirmed", "", "A. Brook"],
    ["A tram", "", "", ""],
    ["", "Disputed", "", ""],
  ];
  const rows = planRows(sheet, ["text", "sheetSaid", "sheetSaid", "sheetSaid"], { ...read, hasHeader: true });

  it("stands beside the claim under the names of its columns, and is no part of it", () => {
    expect(rows[0]!.sheetSaid).toEqual([
      { column: "Status", words: "Confirmed" },
      { column: "Checked by", words: "A. Brook" },
    ]);
    expect(JSON.stringify([rows[0]!.claim, rows[0]!.source])).not.toMatch(/Confirmed|Brook/);
    expect(rows[1]!.sheetSaid).toEqual([]);
    expect(rows[2]!.problems).toEqual(["There is no claim in this row."]);
  });

  it("is kept in words with the file, the sheet and the row", () => {
    const alone = { id: "a", name: "year.xlsx", sheets: [] };
    expect(noteOfRow(alone, rows[0]!, false)).toBe(
      "From row 2 of “year.xlsx”:\nWhat the sheet said (no review): Status: Confirmed · Checked by: A. Brook",
    );
    const ofTwo = { ...alone, sheets: [{ id: "a", name: "June", problem: null }] };
    expect(noteOfRow(ofTwo, rows[0]!, false)).toContain("row 2 of “June” in “year.xlsx”:");
    expect(noteOfRow(alone, rows[1]!, false)).toBeNull();
    const unnamed = planRows([["A tram", "half\ntrue"]], ["text", "sheetSaid"], read)[0]!;
    expect(noteOfRow(alone, unnamed, false)).toContain("(no review): half true");
  });

  it("comes after the words of the row's source, as much as a comment holds", () => {
    const row = planRows([["A", "seen", "x".repeat(6_000)]], ["text", "note", "sheetSaid"], read)[0]!;
    const note = noteOfRow({ id: "a", name: "a.csv", sheets: [] }, row, true)!;
    expect(note.length).toBeLessThanOrEqual(5_000);
    expect(note).toMatch(/Note: seen\nWhat the sheet said \(no review\): x+ \[…\]$/);
  });

  it("is kept however long the words of the row's source are", () => {
    const row = planRows([["A", "🛳".repeat(3_000), "False"]], ["text", "note", "sheetSaid"], read)[0]!;
    const note = noteOfRow({ id: "a", name: "a.csv", sheets: [] }, row, true)!;
    expect(note.length).toBeLessThanOrEqual(5_000);
    expect(note).toMatch(/🛳 \[…\]\nWhat the sheet said \(no review\): False$/u);
    expect(splitNote(note)).toEqual({
      words: expect.stringMatching(/^From row 1 of .*🛳 \[…\]$/su) as string,
      said: "What the sheet said (no review): False",
    });
    expect(splitNote("Nothing\nelse")).toEqual({ words: "Nothing\nelse", said: "" });
  });
});

describe("previewRows", () => {
  const rows = planRows([["A."], ["a"], ["B"], ["C"], ["", "D"]], ["text", null], read);
  const there = new Map([[sameWordsKey("b"), "claim-b"]]);

  it("tells new claims, repeated rows, those that are there and those that cannot be", () => {
    const seen = previewRows(rows, there, [{ line: 4, outcome: "created", claimId: "c", message: "" }]);
    expect(seen.map(({ fate, sameAs, claimId }) => [fate, sameAs, claimId])).toEqual([
      ["new", null, null],
      ["repeats", 1, null],
      ["there", null, "claim-b"],
      ["new", null, null],
      ["not-possible", null, null],
    ]);
    expect(countRows(seen)).toEqual({ fresh: 1, left: 3, notPossible: 1, created: 1, there: 0, failed: 0 });
    const gone = [4, 5].map((line) => ({ line, outcome: "failed" as const, claimId: null, message: "" }));
    // What failed is tried again only where it can be a claim as it is now.
    expect(countRows(previewRows(rows, there, gone))).toMatchObject({ left: 3, notPossible: 1, failed: 1 });
  });

  it("adds a repeated row to what this sheet made, never to a claim that was there before", () => {
    const two = planRows([["B"], ["b."]], ["text"], read);
    const at = (outcome: "created" | "there" | "failed") => [
      { line: 1, outcome, claimId: "claim-b", message: "" },
    ];
    const fate = (outcomes: Parameters<typeof previewRows>[2]) => previewRows(two, there, outcomes)[1]!.fate;
    expect([fate([]), fate(at("there")), fate(at("failed")), fate(at("created"))]).toEqual([
      "there",
      "there",
      "there",
      "repeats",
    ]);
  });
});

describe("a deadline in a sheet is on the newsroom's clocks", () => {
  it.each([
    ["2024-07-01", "2024-07-01T20:59:00.000Z"],
    ["2024-12-01 18:00", "2024-12-01T16:00:00.000Z"],
    ["2024-07-01T18:00:00Z", "2024-07-01T18:00:00Z"],
    ["2024-10-27 03:30 +03:00", "2024-10-27T03:30:00+03:00"],
    ["2024-10-27 03:30 +0200", "2024-10-27T03:30:00+02:00"],
  ])("%s", (deadlineAt, instant) => {
    const [row] = planRows([["A", deadlineAt]], ["text", "deadlineAt"], { ...read, timeZone: "Europe/Kyiv" });
    expect(row!.claim?.deadlineAt).toBe(instant);
  });

  it("and is refused where they show it twice, with both readings as the cell takes them", () => {
    const zones = { ...read, timeZone: "Europe/Kyiv" };
    const planned = (cell: string) => planRows([["A", cell]], ["text", "deadlineAt"], zones)[0]!;
    const { claim, problems } = planned("2024-10-27 03:30");
    expect([claim, problems]).toEqual([
      null,
      [
        "The clocks go back in Europe/Kyiv that night, and 03:30 comes twice. Write “2024-10-27 03:30 +03:00” for 03:30 summer time (UTC+3), or “2024-10-27 03:30 +02:00” for 03:30 winter time (UTC+2).",
      ],
    ]);
    const typed = problems[0]!.match(/(?<=“)[^”]+/g)!;
    expect(typed.map((cell) => Date.parse(planned(cell).claim!.deadlineAt!))).toEqual([
      Date.parse("2024-10-27T00:30Z"),
      Date.parse("2024-10-27T01:30Z"),
    ]);
  });

  it("and lasts to the end of its day, also where the last minute comes twice", () => {
    const zones = { ...read, timeZone: "America/Sao_Paulo" };
    const rows = planRows(
      [
        ["A", "2018-02-16"],
        ["B", "2018-02-17"],
      ],
      ["text", "deadlineAt"],
      zones,
    );
    expect(rows.map(({ claim }) => claim?.deadlineAt)).toEqual([
      "2018-02-17T01:59:00.000Z",
      "2018-02-18T02:59:00.000Z",
    ]);
  });

  it("and is refused in words where they skip it", () => {
    const cells = [["A", "2024-03-31 03:30"]];
    const [row] = planRows(cells, ["text", "deadlineAt"], { ...read, timeZone: "Europe/Kyiv" });
    expect([row!.claim, row!.problems]).toEqual([null, [expect.stringContaining("03:30 is skipped")]]);
  });
});
