import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { pdfOf, photoSaying } from "../../scripts/test/media-files";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addDocument } from "../articles/commands/add-article";
import { drawingProcess, readingProcess } from "../articles/reading-process.server";
import { clearArticleCaches } from "../core/article-caches";
import { addEvidence } from "../evidence/commands";
import { expungeCapture } from "./commands";
import { mediaSource } from "./media-source.server";
import { pagePicture } from "./page-picture.server";
import { viewPage } from "./page-view.server";
import { getCapture } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

let adder: Viewer, claimId: string;
beforeAll(async () => {
  const scene = await desk.inReview("Selby owns 34 ferries");
  [adder, claimId] = [scene.author, scene.claimId];
});
afterAll(() => [drawingProcess, readingProcess].forEach((one) => one.stop()));

const upload = async (bytes: Uint8Array, fileName: string) =>
  (await done(addDocument(adder, { bytes, fileName, method: "uploaded" }, { title: fileName }, now())))
    .articleId;
const log = (articleId: string, quote: Parameters<typeof addEvidence>[2]["quote"]) =>
  addEvidence(adder, claimId, { articleId, quote, stance: "context" }, now());

const pages = [
  "The county office says how many boats there are.",
  "Selby owns 31 ferries.",
  "York owns no ferries. Selby owns 31 ferries.",
];

describe("a page of a captured PDF", () => {
  it("is looked at as a picture, with the words that were read on it", async () => {
    const { captureId } = (await mediaSource(await upload(pdfOf(pages), "register.pdf")))!;
    const [third, past] = [await viewPage(captureId, "3", now()), await viewPage(captureId, "99", now())];
    expect(third).toMatchObject({
      page: 3,
      pages: 3,
      picture: { width: 1275, height: 1650 },
      refusal: null,
      words: pages[2],
    });
    expect([past!.page, (await viewPage(captureId, "1", now()))!.words]).toEqual([3, pages[0]]);
    const first = await done(pagePicture(captureId, 1, now()));
    expect(Buffer.from(first.png).toString("latin1", 1, 4)).toBe("PNG");
    expect(await done(pagePicture(captureId, 1, now()))).toBe(first);
    clearArticleCaches();
    expect(await done(pagePicture(captureId, 1, now()))).not.toBe(first);
    expect(await refused(pagePicture(captureId, 4, now()))).toMatchObject({
      kind: "not_found",
      detail: "This document has 3 pages.",
    });
  });

  it("is none of a photo", async () => {
    const photo = (await mediaSource(await upload(photoSaying("x"), "photo.png")))!;
    expect((await refused(pagePicture(photo.captureId, 1, now()))).kind).toBe("not_found");
    expect(await viewPage(photo.captureId, "1", now())).toBeNull();
  });

  it("is gone with the rest of a copy that was taken out, though it was drawn before", async () => {
    const bytes = pdfOf([...pages, "Secret ferries of Selby."]);
    const { captureId } = (await mediaSource(await upload(bytes, "old.pdf")))!;
    await done(pagePicture(captureId, 1, now()));
    const ask = { reason: "A court order" };
    for (const role of ["admin", "editor"] as const)
      await done(expungeCapture(await database.makeViewer(role, `The ${role}`), captureId, ask, now()));
    expect((await refused(pagePicture(captureId, 1, now()))).kind).toBe("gone");
    expect(await viewPage(captureId, "1", now())).toBeNull();
  });

  it("says why it cannot be drawn, and keeps its words", async () => {
    const { captureId } = (await mediaSource(await upload(pdfOf([...pages, "A fourth."]), "odd.pdf")))!;
    // One reader of PDFs may take what another one does not; here the file goes bad after it was read.
    await database.sqlOwner(`ALTER TABLE capture DISABLE TRIGGER capture_append_only`);
    await database.sqlOwner(
      `UPDATE capture SET bytes = 'no PDF', sha256 = encode(sha256('no PDF'), 'hex') WHERE id = $1`,
      [captureId],
    );
    await database.sqlOwner(`ALTER TABLE capture ENABLE TRIGGER capture_append_only`);
    expect(await viewPage(captureId, "2", now())).toMatchObject({
      picture: null,
      refusal: "The file is damaged or cut off, so its pages cannot be drawn.",
      words: pages[1],
    });
    // Asked again, it is not tried again.
    expect(await pagePicture(captureId, 2, now())).toBe(await pagePicture(captureId, 2, now()));
  });

  it("has places that name the page they are on, which the capture's page knows", async () => {
    const articleId = await upload(pdfOf([...pages, "The end of it."]), "places.pdf");
    const place = { region: "xywh=percent:10,10,30,20", description: "A stamp" };
    expect((await refused(log(articleId, place))).code).toBe("page-missing");
    await done(log(articleId, { ...place, region: `page=2&${place.region}` }));
    await done(log(articleId, { exact: "how many boats there are" }));
    const { captureId } = (await mediaSource(articleId))!;
    const { quotes } = (await getCapture(adder, captureId))!;
    expect(quotes.map(({ isRegion, region, page }) => [isRegion, region, page])).toEqual(
      expect.arrayContaining([
        [true, "page=2&xywh=percent:10,10,30,20", 2],
        [false, null, 1],
      ]),
    );
  });
});
