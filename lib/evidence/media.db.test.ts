import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { pdfOf, photoSaying } from "../../scripts/test/media-files";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle, addDocument } from "../articles/commands/add-article";
import { mediaSource, pictureOf } from "../captures/media-source.server";
import { getEvidence, openClaim } from "../claims/queries";
import { rowsOf, workbookOf } from "../imports/fixtures/workbook";
import { addEvidence } from "./commands";
import { logConversation } from "./log-conversation.server";
import { vouchForQuote } from "./vouch-for-quote.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

let adder: Viewer, second: Viewer, claimId: string;
beforeAll(async () => {
  const scene = await desk.inReview("Selby owns 34 ferries");
  [adder, second, claimId] = [scene.author, scene.reviewer, scene.claimId];
});

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const photo = photoSaying("Taken at 50.4501N 30.5234E");

const upload = async (bytes: Uint8Array, fileName: string) =>
  (await done(addDocument(adder, { bytes, fileName, method: "uploaded" }, { title: fileName }, now())))
    .articleId;
const log = (articleId: string, quote: Parameters<typeof addEvidence>[2]["quote"]) =>
  addEvidence(adder, claimId, { articleId, quote, stance: "context" }, now());
const gateLines = async (evidenceId: string) => {
  const { dossier } = (await openClaim(claimId, now()))!;
  return dossier.evidence.find(({ id }) => id === evidenceId)!;
};

describe("a photo or scan", () => {
  it("is kept as it came and shown without what its file carries; a second person confirms what is seen", async () => {
    const articleId = await upload(photo, "harbour.jpg");
    const region = "xywh=percent:10,20,30,15";
    const quote = { region, description: "A sign", words: "Завод № 7" };
    const { evidenceId } = await done(log(articleId, quote));
    const item = (await getEvidence(evidenceId))!;
    expect(item.quote).toMatchObject({ ...quote, isPicture: true, confirmedBy: null });
    const captureId = (item.quote as { captureId: string }).captureId;
    const kept = await database.sql<{ bytes: Buffer; contentType: string }>(
      `SELECT bytes, "contentType" FROM capture WHERE id = $1`,
      [captureId],
    );
    expect(kept[0]).toMatchObject({ contentType: "image/png" });
    expect(kept[0]!.bytes.includes("50.4501N")).toBe(true);
    const shown = await done(pictureOf(captureId));
    expect(Buffer.from(shown.bytes).includes("50.4501N")).toBe(false);
    expect((await refused(vouchForQuote(adder, evidenceId, "region", now()))).code).toBe("second-person");
    await done(vouchForQuote(second, evidenceId, "region", now()));
    expect((await gateLines(evidenceId)).region).toMatchObject({ confirmedById: second.id });
  });

  it("that is described twice in the same words by one person is one place", async () => {
    const articleId = await upload(photo, "again.png");
    const quote = { region: "xywh=percent:0,0,100,100", description: "All of it" };
    await done(log(articleId, quote));
    expect((await refused(log(articleId, quote))).code).toBe("already-there");
  });

  it("has no words to quote, and says what to do instead", async () => {
    const articleId = await upload(photo, "third.png");
    expect((await refused(log(articleId, { exact: "Works" }))).detail).toMatch(/Describe the place/);
  });

  it("cannot be confirmed by whoever described it, whatever the application does", async () => {
    const articleId = await upload(photo, "fourth.png");
    const { evidenceId } = await done(log(articleId, { region: "page=1", description: "A sign" }));
    const confirm = (by: string) =>
      database.sql(
        `UPDATE quote SET "confirmedById" = $1 WHERE id = (SELECT "quoteId" FROM evidence WHERE id = $2)`,
        [by, evidenceId],
      );
    await expect(confirm(adder.id)).rejects.toThrow(/quote_region_second_person/);
    await confirm(second.id);
    await expect(
      database.sql(`UPDATE quote SET words = 'Other words' WHERE words IS NOT NULL`),
    ).rejects.toThrow(/permission denied/);
  });
});

describe("a table cell", () => {
  const sheet = latin("Ferries of the county\n\nTown,2022,2023\nSelby,34,31\n");
  const cell = { table: "Ferries of the county" };
  const region = { region: "cell=C4", description: "Ferries of Selby in 2023", cell };

  it("of a sheet is compared with it, and its headers are read from it", async () => {
    const articleId = await upload(sheet, "ferries.csv");
    expect((await refused(log(articleId, { ...region, words: "34" }))).detail).toBe(
      "Cell C4 says “31”, not “34”.",
    );
    expect((await refused(log(articleId, { ...region, region: "cell=Z99", words: "31" }))).code).toBe(
      "no-such-cell",
    );
    const { evidenceId } = await done(log(articleId, { ...region, words: "31" }));
    expect((await getEvidence(evidenceId))!.quote).toMatchObject({
      words: "31",
      cell: { table: "Ferries of the county", row: "Selby", column: "2023" },
    });
  });

  it("of a page has a value that stands in its copy", async () => {
    const { articleId } = await done(addArticle(adder, { text: "The register\n\nSelby 31 ferries" }, now()));
    const place = { ...region, region: "row=Selby&col=2023" };
    expect((await refused(log(articleId, { ...place, words: "34" }))).code).toBe("value-not-found");
    await done(log(articleId, { ...place, words: "31" }));
  });

  it("may stand in any sheet of a workbook, each of which is read as text too", async () => {
    const sheets = {
      Notes: rowsOf([["As counted by the county"]]),
      "Year 2023": rowsOf([
        ["Town", "Ferries"],
        ["Selby", "31"],
      ]),
    };
    const articleId = await upload(workbookOf(sheets), "ferries.xlsx");
    const at = (region: string, words: string) =>
      log(articleId, { region, description: "Ferries of Selby", words, cell: { table: "Ferries" } });
    const refusal = async (region: string, words: string) => (await refused(at(region, words))).detail;
    expect(await refusal("cell=B2", "31")).toBe("There is no cell B2 in the sheet “Notes”.");
    expect(await refusal("cell=May!B2", "31")).toBe(
      "There is no sheet “May” in this file. It has: Notes, Year 2023.",
    );
    expect(await refusal("cell='Year 2023'!B2", "34")).toContain("says “31”, not “34”");
    const { evidenceId } = await done(at("cell='year 2023'!B2", "31"));
    expect((await gateLines(evidenceId)).region).toMatchObject({
      cell: { table: "Ferries", row: "Selby", column: "Ferries" },
    });
    await done(log(articleId, { exact: "As counted by the county" }));
    await done(log(articleId, { exact: "Selby\t31" }));
    expect((await mediaSource(articleId))!.sheets!.map(({ name }) => name)).toEqual(["Notes", "Year 2023"]);
  });

  it("that shows a share says it as the sheet does, and as the number that its file has", async () => {
    const row = `<row r="1"><c r="A1" t="inlineStr"><is><t>Selby</t></is></c><c r="B1" s="2"><v>0.34</v></c></row>`;
    const articleId = await upload(workbookOf({ Ferries: row }), "shares.xlsx");
    expect((await mediaSource(articleId))!.sheets).toEqual([{ name: "Ferries", rows: [["Selby", "34%"]] }]);
    const at = (words: string) =>
      log(articleId, { region: "cell=B1", description: "Share", words, cell: { table: "Ferries" } });
    expect((await refused(at("35%"))).detail).toBe("Cell B1 says “34%”, not “35%”.");
    await done(at("34%"));
    await done(at("0.34"));
  });
});

describe("a page of a PDF", () => {
  const pages = [
    "The county office says how many boats there are.",
    "Selby owns 31 ferries.",
    "York owns no ferries. Selby owns 31 ferries.",
  ];

  it("is found for the words that stand on it, and decides between places with the same words", async () => {
    const articleId = await upload(pdfOf(pages), "register.pdf");
    const pageOf = async (quote: { exact: string; page?: number }) =>
      (await gateLines((await done(log(articleId, quote))).evidenceId)).quote?.page;
    expect(await pageOf({ exact: "how many boats there are" })).toBe(1);
    expect(await pageOf({ exact: "Selby owns 31 ferries.", page: 3 })).toBe(3);
    expect((await refused(log(articleId, { exact: "Selby owns 31 ferries." }))).code).toBe("quote-ambiguous");
    expect((await refused(log(articleId, { exact: "York owns no ferries", page: 2 }))).detail).toBe(
      "These words stand on page 3, not on page 2.",
    );
    const beyond = { region: "page=4", description: "A stamp" };
    expect((await refused(log(articleId, beyond))).detail).toBe("This document has 3 pages.");
  });

  it("that was only scanned is taken from a file, and described", async () => {
    const articleId = await upload(pdfOf(["", ""]), "scan.pdf");
    await done(log(articleId, { region: "page=2&xywh=percent:60,80,30,10", description: "A stamp" }));
  });
});

describe("a call or meeting", () => {
  const conversation = {
    who: "The harbour master",
    heldAt: "2024-06-27",
    how: "by telephone",
    notesBy: "A. Checker",
  };
  const input = { said: "“We sold three of them in May,” she said, 31 are left.", conversation };

  it("is an article of our own whose words are the evidence, and is suggested as own reporting", async () => {
    const { evidenceId, articleId } = await done(
      logConversation(adder, claimId, { ...input, stance: "disputes" }, now()),
    );
    const item = await gateLines(evidenceId);
    expect(item.quote).toMatchObject({ exact: input.said, isVerbatim: true });
    const { dossier } = (await openClaim(claimId, now()))!;
    expect(dossier.articles.find(({ id }) => id === articleId)).toMatchObject({
      conversation,
      kind: "interview",
      outlet: null,
      byline: null,
    });
    const edges = dossier.attributions.filter(({ fromArticleId }) => fromArticleId === articleId);
    expect(edges).toMatchObject([{ type: "own-reporting", status: "suggested" }]);
  });

  it("leaves no note behind when the evidence cannot be logged", async () => {
    const count = () => database.sql<{ n: number }>("SELECT count(*)::int AS n FROM conversation");
    const before = await count();
    const gone = await refused(logConversation(adder, "nope", { ...input, stance: "context" }, now()));
    expect(gone.kind).toBe("not_found");
    expect(await count()).toEqual(before);
  });

  it("stays what it was", async () => {
    await expect(database.sql(`UPDATE conversation SET who = 'Someone else'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
