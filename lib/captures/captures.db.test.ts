import { createHash } from "node:crypto";
import { WARCParser } from "warcio";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { done, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { captureAgain } from "../articles/commands/capture-article";
import { createClaim } from "../claims/commands/create-claim";
import { onNotice } from "../core/database-notices.server";
import { ofTextsAtHand } from "../core/texts-at-hand";
import { addEvidence } from "../evidence/commands";
import { captureView } from "./capture-view.server";
import { expungeCapture } from "./commands";
import { forgetWhatIsExpunged } from "./forget-expunged.server";
import { captureForArchive, getCapture } from "./queries";
import { captureAsWarc } from "./warc.server";

const database = useTestDatabase();
const now = () => new Date();
const html = `<!doctype html><title>Boats</title><article><h1>Boats</h1><p>The yard sold 12 boats in May, the board said.</p>
<p onclick="x()">The yard sold 12 boats in June, the board said. <img src="https://evil.example/pixel.gif"></p><script>alert(1)</script></article>`;

let checker: Viewer, admin: Viewer, editor: Viewer;
let claimId: string;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
  admin = await database.makeViewer("admin", "Admin");
  editor = await database.makeViewer("editor", "Editor");
  ({ claimId } = await done(createClaim(checker, { text: "The yard sold 12 boats" }, now())));
});

/** An article, its capture, and a quote that stands in it twice, meant in June. */
async function captured() {
  const { articleId } = await done(addArticle(checker, { html }, now()));
  const quote = { exact: "sold 12 boats", suffix: " in June" };
  await done(addEvidence(checker, claimId, { articleId, quote, stance: "supports" }, now()));
  const [row] = await database.sql<{ id: string; quoteId: string }>(
    `SELECT c.id, q.id AS "quoteId" FROM capture c JOIN quote q ON q."captureId" = c.id WHERE c."articleId" = $1`,
    [articleId],
  );
  return { articleId, captureId: row!.id, quoteId: row!.quoteId };
}

describe("a capture", () => {
  it("is shown with the quote marked at its place, and with its words alone", async () => {
    const { captureId, quoteId } = await captured();
    const view = await captureView(wholeDesk, captureId, { quoteId, asText: false });
    expect(view.status).toBe(200);
    expect(view.html).toMatch(
      /in May.*The yard <mark class="shown" id="countersign-quote">sold 12 boats<\/mark> in June/s,
    );
    expect(view.html).not.toMatch(/evil\.example|<script|onclick/);
    const words = await captureView(wholeDesk, captureId, { quoteId, asText: true });
    expect(words.html).toMatch(/<mark class="shown" id="countersign-quote">sold 12 boats<\/mark> in June/);
    expect((await getCapture(wholeDesk, captureId))!.quotes).toMatchObject([
      { id: quoteId, uses: [{ claimId }] },
    ]);
  });

  it("comes as a WARC file whose payload digest is its hash", async () => {
    const { captureId } = await captured();
    const file = await captureAsWarc(await done(captureForArchive(captureId)), "http://127.0.0.1");
    const types: string[] = [];
    for await (const record of WARCParser.iterRecords([file])) {
      const body = await record.readFully(false);
      types.push(record.warcType);
      if (record.warcType !== "resource") continue;
      const sha256 = createHash("sha256").update(body).digest("hex");
      expect(sha256).toBe((await getCapture(wholeDesk, captureId))!.sha256);
      expect(record.warcPayloadDigest).toBe(`sha256:${sha256}`);
    }
    expect(types).toEqual(["warcinfo", "resource", "metadata"]);
  });

  it("that two people took out is gone everywhere; its hash, its date and the reason stay", async () => {
    const { captureId, quoteId } = await captured();
    const before = (await getCapture(wholeDesk, captureId))!;
    const ask = { reason: "A court order of 3 May." };
    expect((await refused(expungeCapture(editor, captureId, ask, now()))).code).toBe("not-asked");
    expect(await done(expungeCapture(admin, captureId, ask, now()))).toMatchObject({ state: "waiting" });
    expect((await captureView(wholeDesk, captureId, { quoteId, asText: true })).status).toBe(200);
    const [article] = await database.sql(`SELECT "articleId" AS id FROM capture WHERE id = $1`, [captureId]);
    const kept = { articleId: article!.id, captureId, drift: [{ quoteId, was: "boats", is: "ships" }] };
    await database.sqlOwner(
      `INSERT INTO idempotency_key (account, route, key, "bodySha256", result) VALUES ('a', 'r', 'k', '', $1)`,
      [JSON.stringify(kept)],
    );
    expect(await done(expungeCapture(editor, captureId, ask, now()))).toMatchObject({ state: "expunged" });
    expect(await database.sql(`SELECT result FROM idempotency_key WHERE key = 'k'`)).toEqual([
      { result: { ...kept, drift: [] } },
    ]);
    for (const asText of [true, false]) {
      const view = await captureView(wholeDesk, captureId, { quoteId, asText });
      expect(view.status).toBe(410);
      expect(view.html).toContain("took the content of this capture out");
      expect(view.html).not.toContain("boats");
    }
    expect(await refused(captureForArchive(captureId))).toMatchObject({ kind: "gone", code: "expunged" });
    const after = (await getCapture(wholeDesk, captureId))!;
    expect(after).toMatchObject({ sha256: before.sha256, capturedAt: before.capturedAt, expunged: true });
    expect(after.expunge).toMatchObject({ ...ask, confirmedBy: "Editor" });
  });

  it("that two people took out is let go of by every process that listens", async () => {
    const { captureId } = await captured();
    const told: (string | null)[] = [];
    forgetWhatIsExpunged();
    onNotice("countersign_expunged", (what) => void told.push(what));
    await vi.waitFor(() => expect(told).toEqual([null]));
    let read = 0;
    const opening = ofTextsAtHand((text) => ((read += 1), text.slice(0, 5)));
    const words = "boats ".repeat(500);
    opening(words);
    opening(words);
    expect(read).toBe(1);
    const ask = { reason: "A court order of 3 May." };
    for (const viewer of [admin, editor]) await done(expungeCapture(viewer, captureId, ask, now()));
    await vi.waitFor(() => expect(told).toEqual([null, captureId]));
    opening(words);
    expect(read).toBe(2);
  });

  it("that is not there is not found", async () => {
    expect(await getCapture(wholeDesk, "nope")).toBeNull();
    expect((await captureView(wholeDesk, "nope", { quoteId: null, asText: false })).status).toBe(404);
    expect((await refused(captureForArchive("nope"))).kind).toBe("not_found");
  });
});

describe("capturing again", () => {
  it("sees a changed figure although the same words stand elsewhere on the page", async () => {
    const { articleId, quoteId } = await captured();
    const june = html.replace("12 boats in June", "21 boats in June");
    const { drift } = await done(captureAgain(checker, articleId, { html: june }, now()));
    expect(drift).toEqual([{ quoteId, outcome: "altered", was: "sold 12 boats", is: "sold 21 boats" }]);
    const may = html.replace("12 boats in May", "21 boats in May");
    const again = await done(captureAgain(checker, articleId, { html: may }, now()));
    expect(again.drift).toEqual([{ quoteId, outcome: "unchanged", was: "sold 12 boats" }]);
  });
});
