import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { openCorrection } from "../publications/commands/open-correction";
import { retractPublication } from "../publications/commands/retract-publication";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import type { PublicationRecord } from "../publications/record";
import { writeVerdict } from "../verdicts/commands";
import { createClaim } from "./commands/create-claim";
import { editClaim } from "./commands/edit-claim";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer;
let second: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "First Editor");
  second = await database.makeViewer("editor", "Second Editor");
});

const addPart = (viewer: Viewer, parentId: string, central = false) =>
  done(createClaim(viewer, { text: "The first ferry is new", parentId, central }, new Date()));
const sign = (viewer: Viewer, claimId: string, revisionHash: string) =>
  signOffVerdict(viewer, claimId, { revisionHash }, new Date());
const readyAgain = async (scene: { claimId: string; author: Viewer }) => {
  await desk.event(scene.author, scene.claimId, "ready");
  return desk.revisionHash(scene.claimId);
};
const stateOf = async (claimId: string) =>
  (await database.sql<{ state: string }>("SELECT state FROM claim WHERE id = $1", [claimId]))[0]!.state;
const recordOf = async (claimId: string) => {
  const [row] = await database.sql<{ text: string }>(
    `SELECT "recordText" AS text FROM publication WHERE "claimId" = $1 ORDER BY version DESC LIMIT 1`,
    [claimId],
  );
  return JSON.parse(row!.text) as PublicationRecord;
};

describe("a part of a claim", () => {
  it("makes its writer an author of the whole, which falls back to review", async () => {
    const scene = await desk.ready();
    await addPart(editor, scene.claimId);
    expect(await stateOf(scene.claimId)).toBe("in-review");
    const hash = await readyAgain(scene);
    expect((await refused(sign(editor, scene.claimId, hash))).code).toBe("four-eyes");
    await done(sign(second, scene.claimId, hash));
  });

  it("is printed without a rating until its own is signed, whatever its draft says", async () => {
    const scene = await desk.ready();
    const { claimId: partId } = await addPart(scene.author, scene.claimId);
    const draft = { rating: "disputed", finding: "It is not.", version: 0 };
    await done(writeVerdict(editor, partId, draft, new Date()));
    await done(sign(second, scene.claimId, await readyAgain(scene)));
    const { parts } = await recordOf(scene.claimId);
    expect(parts).toEqual([
      { text: "The first ferry is new", central: false, rating: null, published: null },
    ]);
  });

  it("is printed with the rating, version and hash of its publication, and not with a draft that follows", async () => {
    const scene = await desk.inReview();
    const part = await desk.ready("The second ferry is new");
    await database.sqlOwner(`UPDATE claim SET "parentId" = $1, central = false WHERE id = $2`, [
      scene.claimId,
      part.claimId,
    ]);
    for (const viewer of [scene.reviewer, scene.other]) await desk.review(viewer, scene.claimId);
    await desk.event(scene.author, scene.claimId, "ready");
    const { publication } = await done(sign(second, part.claimId, part.hash));
    expect(await stateOf(scene.claimId)).toBe("in-review");
    await done(
      openCorrection(
        part.author,
        part.claimId,
        { class: "verdict-change", reason: "New facts." },
        new Date(),
      ),
    );
    await done(writeVerdict(part.author, part.claimId, { rating: "disputed", version: 1 }, new Date()));
    await done(sign(second, scene.claimId, await readyAgain(scene)));
    expect((await recordOf(scene.claimId)).parts).toEqual([
      { text: "The second ferry is new", central: false, rating: "confirmed", published: publication },
    ]);
    await done(retractPublication(editor, part.claimId, { reason: "Wrong.", version: 1 }, new Date()));
    const correction = { class: "update", reason: "A part was retracted." } as const;
    await done(openCorrection(scene.author, scene.claimId, correction, new Date()));
    await done(sign(second, scene.claimId, await readyAgain(scene)));
    expect((await recordOf(scene.claimId)).parts).toMatchObject([{ rating: null, published: null }]);
  });

  it("holds the whole back by its draft while nothing of it is signed, when it is central", async () => {
    const scene = await desk.ready();
    const { claimId: partId } = await addPart(scene.author, scene.claimId, true);
    await done(writeVerdict(editor, partId, { rating: "disputed", finding: "No.", version: 0 }, new Date()));
    const refusal = await refused(sign(second, scene.claimId, await readyAgain(scene)));
    expect(refusal.code).toBe("part-rated-lower");
  });

  it("makes an author of whoever changes its words or its weight; a published whole keeps its weight", async () => {
    const scene = await desk.ready();
    const { claimId: partId } = await addPart(scene.author, scene.claimId);
    await readyAgain(scene);
    await done(editClaim(editor, partId, { text: "The first ferry is old", version: 0 }, new Date()));
    expect(await stateOf(scene.claimId)).toBe("in-review");
    const hash = await readyAgain(scene);
    expect((await refused(sign(editor, scene.claimId, hash))).code).toBe("four-eyes");
    await done(sign(second, scene.claimId, hash));
    const weight = await refused(editClaim(scene.author, partId, { central: true, version: 1 }, new Date()));
    expect(weight.code).toBe("open-a-correction");
    await done(editClaim(second, partId, { text: "The first ferry is new", version: 1 }, new Date()));
    const authors = await database.sql("SELECT claim_authors($1) AS id", [scene.claimId]);
    expect(authors).toContainEqual({ id: second.id });
  });

  it("makes an author by the database alone, however it came there", async () => {
    const scene = await desk.ready();
    await database.sql(
      `INSERT INTO claim (id, text, topics, "parentId", "createdById") VALUES ($1, 'It is new', '{}', $2, $3)`,
      [`${scene.claimId}-part`, scene.claimId, editor.id],
    );
    const hash = await desk.revisionHash(scene.claimId);
    const keep = `INSERT INTO revision ("claimId", number, hash) VALUES ($1, 1, $2)`;
    await database.sql(keep, [scene.claimId, hash]);
    const insert = `INSERT INTO sign_off (id, "claimId", "editorId", "revisionHash", action) VALUES ($1, $2, $3, $4, 'publish')`;
    const attempt = database.sql(insert, [`${scene.claimId}-sign`, scene.claimId, editor.id, hash]);
    await expect(attempt).rejects.toThrow("four-eyes");
  });
});
