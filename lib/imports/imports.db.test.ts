import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { done, refused } from "../../scripts/test/desk-scene";
import { statementsOf } from "../../scripts/test/watch-statements";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { loadDossier } from "../claims/load-dossier.server";
import { getClaim } from "../claims/queries";
import { db } from "../core/db.server";
import { beginImport, mapColumns } from "./commands/begin-import";
import { chooseSheet } from "./commands/choose-sheet";
import { importRows } from "./commands/import-rows";
import { rowsOf, workbook, workbookOf } from "./fixtures/workbook";
import { claimsSaying, openImport } from "./queries";

const database = useTestDatabase();
let checker: Viewer;
let other: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Sheet Checker");
  other = await database.makeViewer("checker", "Other Checker");
});

let mark = 0;
beforeEach(() => void (mark += 1));

const begin = async (pasted: string) => (await done(beginImport(checker, { pasted }, new Date()))).id;
const run = (id: string, more: { most?: number; again?: boolean } = {}) =>
  done(importRows(checker, { id, again: false, ...more }, new Date()));
const open = async (id: string) => (await openImport(checker, id, new Date()))!;
const count = async (table: string) =>
  Number((await database.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n);
const outcomesOf = async (id: string) =>
  (await open(id)).rows.map(({ line, outcome }) => [line, outcome?.outcome ?? null]);

describe("a sheet on its way to claims", () => {
  it("makes no claim, article, evidence or comment before it is told to", async () => {
    const tables = ["claim", "article", "evidence", "comment"];
    const before = await Promise.all(tables.map(count));
    const id = await begin(`Claim,URL,Quote\nBoats ${mark} sail,https://a.example/${mark},They sail`);
    const { counts } = await open(id);
    expect(counts).toMatchObject({ fresh: 1, left: 1, created: 0 });
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it("keeps where its links lead, for whichever column is said to hold the address", async () => {
    const link = `<a href="https://reuters.example/${mark}">Reuters</a>`;
    const id = await begin(
      `<meta><table><tr><td>Claim</td><td>URL</td></tr><tr><td>Locks ${mark} leak</td><td>${link}</td></tr></table>`,
    );
    const { rows, counts } = await open(id);
    expect([rows[0]!.source.url, counts.left]).toEqual([`https://reuters.example/${mark}`, 1]);
  });

  it("becomes claims once, however often it is sent, also several times at the same time", async () => {
    const names = ["ferry", "harbour", "tram", "mill", "quay", "lock"];
    const id = await begin(
      `Claim\tNote\n${names.map((name) => `The ${name} of Selby ${mark} is new\tAsk`).join("\n")}`,
    );
    const [before, comments] = [await count("claim"), await count("comment")];
    await Promise.all([run(id), run(id), run(id), run(id)]);
    await run(id);
    expect(await count("claim")).toBe(before + names.length);
    expect(await count("comment")).toBe(comments + names.length);
    expect(await outcomesOf(id)).toEqual(names.map((_, index) => [index + 2, "created"]));
  });

  it("makes a claim of each row, also where hundreds of letters are the same before they differ", async () => {
    const start = `In the long interview of ${mark} about the harbour ${"and all that was said of it ".repeat(10)}`;
    const id = await begin(`Claim\n${start}the mayor was right\n${start}the mayor was wrong`);
    const before = await count("claim");
    await run(id);
    expect(await count("claim")).toBe(before + 2);
    expect(new Set((await open(id)).rows.map(({ outcome }) => outcome?.claimId)).size).toBe(2);
  });

  it("goes on where it was cut off between making a claim and saying so, and says nothing twice", async () => {
    const id = await begin(`Claim\tNote\nWeir ${mark} broke in May\tAsk the city`);
    await run(id);
    const before = await Promise.all(["claim", "comment"].map(count));
    await database.sql(`DELETE FROM import_row WHERE "batchId" = $1`, [id]);
    await run(id);
    expect(await outcomesOf(id)).toEqual([[2, "created"]]);
    expect(await Promise.all(["claim", "comment"].map(count))).toEqual(before);
  });

  it("finds what an earlier sheet made, and adds nothing to it", async () => {
    const sheet = `Claim\tNote\nTram ${mark} runs at night\tLook again`;
    await run(await begin(sheet));
    const before = await Promise.all(["claim", "comment"].map(count));
    const second = await begin(sheet.replace("night", "Night."));
    expect((await open(second)).rows[0]).toMatchObject({ fate: "there" });
    await run(second);
    expect(await outcomesOf(second)).toEqual([[2, "there"]]);
    expect(await Promise.all(["claim", "comment"].map(count))).toEqual(before);
  });

  it("finds a row without a word that means something again, and looks for it at no other claim", async () => {
    await run(await begin(`Claim\nBoats ${mark} sail\nSame as this\nWas it?`));
    const again = await begin("Claim\nsame as this!\nWas it?\nSo be it");
    expect((await open(again)).rows.map(({ fate }) => fate)).toEqual(["there", "there", "new"]);
    const asked = await statementsOf(() => claimsSaying(checker, ["Same as this", "Was it?"]));
    const rows = await Promise.all(
      asked.map(({ text, values }) => database.sql<{ text: string }>(text, [...values])),
    );
    expect(new Set(rows.flat().map(({ text }) => text))).toEqual(new Set(["Same as this", "Was it?"]));
  });

  it("goes on after a row that cannot become a claim, and says why", async () => {
    const id = await begin(
      `Claim,Date\nBridge ${mark} opened,2024-13-40\nBridge ${mark} closed,28 June 2024`,
    );
    await run(id);
    const { rows, counts } = await open(id);
    expect(rows[0]).toMatchObject({ fate: "not-possible", outcome: null });
    expect(rows[0]!.problems[0]).toContain("2024-13-40");
    expect(counts).toMatchObject({ created: 1, notPossible: 1 });
    const [claim] = await database.sql(`SELECT "saidAt" AS said FROM claim WHERE id = $1`, [
      rows[1]!.outcome!.claimId,
    ]);
    expect(claim).toEqual({ said: "2024-06-28" });
  });

  it("goes through as many rows as asked, and says how many are left", async () => {
    const id = await begin(`Claim\n${[1, 2, 3].map((n) => `Pier ${mark} has ${n} cranes`).join("\n")}`);
    expect(await run(id, { most: 2 })).toEqual({ done: 2, left: 1, failed: 0 });
    expect(await run(id, { most: 2 })).toEqual({ done: 1, left: 0, failed: 0 });
  });

  it("logs a quote that stands in a captured article, with its stance and note, for repeated rows too", async () => {
    const url = `https://news.example/${mark}`;
    const text = `A report ${mark}\n\nThe council bought six buses. They cost two million euros.\n`;
    await done(addArticle(checker, { text, url }, new Date()));
    const id = await begin(
      [
        "Claim,URL,Quote,Stance,Note",
        `City ${mark} bought buses,${url},The council bought six buses.,supports,Says how many`,
        `City ${mark} bought buses,${url}?utm_source=x,They cost two million euros.,context,`,
      ].join("\n"),
    );
    await run(id);
    const { rows } = await open(id);
    expect(rows.map(({ outcome }) => outcome?.outcome)).toEqual(["created", "there"]);
    const logged = await database.sql(
      `SELECT e.stance, e.shows, q.exact FROM evidence e JOIN quote q ON q.id = e."quoteId" WHERE e."claimId" = $1 ORDER BY q.exact`,
      [rows[0]!.outcome!.claimId],
    );
    expect(logged).toEqual([
      { stance: "supports", shows: "Says how many", exact: "The council bought six buses." },
      { stance: "context", shows: null, exact: "They cost two million euros." },
    ]);
  });

  it("mentions a page that nobody captured, once, and keeps the quote in a comment", async () => {
    const url = `https://later.example/${mark}`;
    const id = await begin(
      `Claim,URL,Quote\nMill ${mark} burned,${url},It burned down\nMill ${mark} was rebuilt,${url},It stands again`,
    );
    await run(id);
    expect(await database.sql(`SELECT state FROM article WHERE url = $1`, [url])).toEqual([
      { state: "mentioned" },
    ]);
    const [first] = (await open(id)).rows;
    expect(first!.outcome!.message).toContain("not captured yet");
    const [comment] = await database.sql<{ text: string }>(`SELECT text FROM comment WHERE "claimId" = $1`, [
      first!.outcome!.claimId,
    ]);
    expect(comment!.text).toContain("“It burned down”");
  });

  it("is told from a workbook by more than two letters, and a workbook that reaches too far keeps nothing", async () => {
    const file = (bytes: Uint8Array<ArrayBuffer>) =>
      beginImport(checker, { file: { name: "a", bytes } }, new Date());
    const { id } = await done(file(Buffer.from(`PK,Claim\n1,Barge ${mark} is late`)));
    expect((await open(id)).header).toEqual(["PK", "Claim"]);
    const cyrillic = new Uint8Array([0xd0, 0xcf, 0x0a, ...Buffer.from(`Barge ${mark} is early`)]);
    expect((await open((await done(file(cyrillic))).id)).rows).toHaveLength(2);
    const before = await count("import_batch");
    const far = workbook(`<row x:r="9000"><c r="A9000"><v>1</v></c></row>`);
    expect(await refused(file(far))).toMatchObject({ code: "too-many-rows", issues: [{ field: "file" }] });
    expect(await count("import_batch")).toBe(before);
  });

  it("of a workbook is the first with rows, and what was said of its columns holds in the sheet that is chosen", async () => {
    const bytes = workbookOf({
      Cover: "",
      May: rowsOf([
        ["Aussage", "Note", "Extra"],
        [`Mill ${mark} burned`, "Ask", "x"],
      ]),
      June: rowsOf([
        ["Place", "Aussage", "Extra"],
        ["Selby", `Mill ${mark} stands`, "y"],
      ]),
    });
    const { id } = await done(beginImport(checker, { file: { name: "a.xlsx", bytes } }, new Date()));
    const may = await open(id);
    expect([may.header[1], may.sheets.map(({ name }) => name)]).toEqual(["Note", ["May", "June"]]);
    await done(mapColumns(checker, { id, hasHeader: true, mapping: ["text", "note", "why"] }, new Date()));
    const sheetId = may.sheets[1]!.id!;
    const turn = (from: string, to: string, who = checker) =>
      chooseSheet(who, { id: from, sheetId: to }, new Date());
    expect(await done(turn(id, sheetId))).toEqual({ id: sheetId });
    expect(await open(sheetId)).toMatchObject({
      mapping: ["place", "text", "why"],
      rows: [{ text: `Mill ${mark} stands`, fate: "new" }],
    });
    const alone = await begin(`Claim\nWeir ${mark} is shut`);
    expect((await refused(turn(id, alone))).kind).toBe("not_found");
    expect((await refused(turn(id, sheetId, other))).kind).toBe("not_found");

    await run(sheetId);
    await done(mapColumns(checker, { id, hasHeader: true, mapping: ["verbatim", null, null] }, new Date()));
    await done(turn(id, sheetId));
    expect((await open(sheetId)).mapping).toEqual(["place", "text", "why"]);
  });

  it("keeps its own verdicts as comments, which make no review, verdict, state or publication and call nobody", async () => {
    const named = await database.makeViewer("checker", `Anna Brook${mark}`);
    const id = await begin(
      `Claim\tStatus\tChecked by\nFerry ${mark} sank in May\tConfirmed\t@${named.name}\nFerry ${mark} was raised\t\t`,
    );
    expect((await open(id)).mapping).toEqual(["text", "sheetSaid", "sheetSaid"]);
    const tables = ["review", "sign_off", "publication", "assignment", "notification"];
    const before = await Promise.all(tables.map(count));
    await run(id);
    const [first, second] = (await open(id)).rows;
    expect(first!.outcome!.message).toContain("is no review");
    expect(await Promise.all(tables.map(count))).toEqual(before);
    const claimId = first!.outcome!.claimId!;
    expect(await getClaim(checker, claimId, new Date())).toMatchObject({
      state: "new",
      reviews: [],
      verdict: { rating: null, finding: "" },
      comments: [
        {
          author: { name: checker.name },
          mentions: [],
          text: `From row 2 of “Pasted cells”:\nWhat the sheet said (no review): Status: Confirmed · Checked by: @${named.name}`,
        },
      ],
    });
    expect((await getClaim(other, claimId, new Date()))!.comments).toEqual({ hidden: true });
    expect(await getClaim(checker, second!.outcome!.claimId!, new Date())).toMatchObject({ comments: [] });
    const dossier = await loadDossier(db(), claimId);
    expect(JSON.stringify(dossier)).not.toMatch(/Status: Confirmed|Brook/);
  });

  it("keeps what it said of a claim that was there before, the same words once", async () => {
    const sheet = (status: string) => `Claim\tStatus\nDock ${mark} is closed\t${status}`;
    await run(await begin(sheet("TBC")));
    const message = async (status: string) => {
      const id = await begin(sheet(status));
      await run(id);
      return (await open(id)).rows[0]!.outcome!.message;
    };
    const before = await count("comment");
    expect(await message("TBC")).toContain("What the sheet said of it is there too");
    expect(await count("comment")).toBe(before);
    expect(await message("False")).toContain("is in a comment");
    expect(await message("False")).toContain("What the sheet said of it is there too");
    expect(await count("comment")).toBe(before + 1);
  });

  it("is there for nobody else, and for nobody after a day", async () => {
    const id = await begin(`Claim\nQuay ${mark} is shut`);
    expect(await openImport(other, id, new Date())).toBeNull();
    expect((await refused(importRows(other, { id, again: true }, new Date()))).kind).toBe("not_found");
    const mapping = { id, hasHeader: true, mapping: ["text" as const] };
    expect((await refused(mapColumns(other, mapping, new Date()))).kind).toBe("not_found");
    expect(await openImport(checker, id, new Date(Date.now() + 25 * 3_600_000))).toBeNull();
  });

  it("reads its columns as it is told, each once and one of them the claim", async () => {
    const id = await begin(`Foo,Bar\nx,Lock ${mark} leaks`);
    const map = (mapping: ("text" | "note" | null)[]) =>
      mapColumns(checker, { id, hasHeader: true, mapping }, new Date());
    expect((await refused(map(["text", "text"]))).code).toBe("columns");
    expect((await refused(map(["note", null]))).code).toBe("columns");
    await done(map(["note", "text"]));
    expect((await open(id)).rows).toMatchObject([{ text: `Lock ${mark} leaks`, source: { note: "x" } }]);
  });
});
