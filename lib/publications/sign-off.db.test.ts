import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { removeEvidence } from "../evidence/commands";
import { writeVerdict } from "../verdicts/commands";
import { openCorrection } from "./commands/open-correction";
import { signOffVerdict } from "./commands/sign-off-verdict";

const database = useTestDatabase();
const desk = makeDesk(database);
const editors: Viewer[] = [];

beforeAll(async () => {
  for (let n = 0; n < 20; n += 1) editors.push(await database.makeViewer("editor", `Editor ${n}`));
});

const sign = (editor: Viewer, claimId: string, revisionHash: string) =>
  signOffVerdict(editor, claimId, { revisionHash }, new Date());
const authors = async (claimId: string) =>
  (await database.sql<{ id: string }>("SELECT claim_authors($1) AS id", [claimId])).map(({ id }) => id);
const count = async (table: string, claimId: string) =>
  Number((await database.sql(`SELECT count(*) AS n FROM ${table} WHERE "claimId" = $1`, [claimId]))[0]!.n);

describe("signing off", () => {
  it("has one winner of twenty at once, and tells the others who won", async () => {
    const { claimId, hash } = await desk.ready();
    const results = await Promise.all(editors.map((editor) => sign(editor, claimId, hash)));
    const won = results.filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    const winner = editors[results.findIndex(({ ok }) => ok)]!;
    for (const result of results) {
      if (result.ok) continue;
      expect(result.error).toMatchObject({ kind: "conflict", code: "already-signed" });
      expect(result.error.extra?.winner).toMatchObject({ id: winner.id, version: 1 });
    }
    expect([await count("publication", claimId), await count("sign_off", claimId)]).toEqual([1, 1]);
    const entries = `SELECT count(*) AS n FROM log_entry WHERE "claimId" = $1 AND event = 'verdict.signed-off'`;
    expect(Number((await database.sql(entries, [claimId]))[0]!.n)).toBe(1);
  });

  it("never publishes another hash than the one signed, whatever an author edits meanwhile", async () => {
    for (let round = 0; round < 12; round += 1) {
      const { claimId, hash, author } = await desk.ready();
      const edit = () =>
        writeVerdict(author, claimId, { finding: `They do, ${round}.`, version: 1 }, new Date());
      const [signed, edited] = await Promise.all(
        round % 2 === 0
          ? [sign(editors[0]!, claimId, hash), edit()]
          : await Promise.all([edit(), sign(editors[0]!, claimId, hash)]).then(([b, a]) => [a, b] as const),
      );
      const rows = await database.sql<{ revisionHash: string; finding: string }>(
        `SELECT "revisionHash", finding FROM publication WHERE "claimId" = $1`,
        [claimId],
      );
      expect(rows).toEqual(signed.ok ? [{ revisionHash: hash, finding: "They do." }] : []);
      if (!signed.ok) expect(signed.error.kind).toBe("conflict");
      if (!edited.ok) expect(edited.error.code).toBe("open-a-correction");
      expect([signed.ok, edited.ok].filter(Boolean).length).toBe(1);
    }
  });

  it("refuses a stale hash before the gate, and an author whatever else is open", async () => {
    const { claimId, reviewer } = await desk.inReview();
    const editor = editors[1]!;
    expect((await refused(sign(editors[2]!, claimId, "0".repeat(64)))).code).toBe("stale");
    const current = await database.sql<{ version: number }>("SELECT version FROM claim WHERE id = $1", [
      claimId,
    ]);
    await done(editClaim(editor, claimId, { place: "Selby", version: current[0]!.version }, new Date()));
    expect((await refused(sign(editor, claimId, "0".repeat(64)))).code).toBe("stale");
    await desk.event(reviewer, claimId, "ready");
    const hash = await desk.revisionHash(claimId);
    expect(await refused(sign(editor, claimId, hash))).toMatchObject({ kind: "invalid", code: "four-eyes" });
    expect(await count("publication", claimId)).toBe(0);
  });

  it("lets an author sign where one person runs the desk, with a reason that is printed", async () => {
    const { claimId, reviewer, other } = await desk.inReview();
    const editor = editors[9]!;
    await desk.addQuote(editor, claimId);
    for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
    await desk.event(reviewer, claimId, "ready");
    const hash = await desk.revisionHash(claimId);
    expect((await refused(sign(editor, claimId, hash))).code).toBe("four-eyes");
    const gate = JSON.stringify({ onePersonDesk: true });
    await database.sqlOwner("INSERT INTO setting (key, value) VALUES ('gate', $1)", [gate]);
    try {
      expect(await refused(sign(editor, claimId, hash))).toMatchObject({
        kind: "invalid",
        code: "four-eyes",
      });
      const overrides = [{ code: "four-eyes", reason: "Nobody else is here today." }];
      await done(signOffVerdict(editor, claimId, { revisionHash: hash, overrides }, new Date()));
    } finally {
      await database.sqlOwner("DELETE FROM setting WHERE key = 'gate'");
    }
    const rows = await database.sql(`SELECT "selfSigned", "selfReason" FROM sign_off WHERE "claimId" = $1`, [
      claimId,
    ]);
    expect(rows).toEqual([{ selfSigned: true, selfReason: "Nobody else is here today." }]);
  });
});

describe("authors", () => {
  it("are those whose words stand or who changed something since; opening and reviewing is not writing", async () => {
    const { claimId, hash, author, reviewer, other, evidenceId } = await desk.ready();
    expect(await authors(claimId)).toEqual([author.id]);
    await done(sign(editors[3]!, claimId, hash));
    const correction = { class: "update", reason: "More is known." } as const;
    await done(openCorrection(editors[4]!, claimId, correction, new Date()));
    expect(await authors(claimId)).toEqual([author.id]);
    await desk.addQuote(editors[5]!, claimId);
    await done(removeEvidence(reviewer, evidenceId, new Date()));
    expect((await authors(claimId)).sort()).toEqual([author.id, reviewer.id, editors[5]!.id].sort());
    expect(await authors(claimId)).not.toContain(other.id);
  });

  it("of what was removed are free once the next version stands", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const helper = editors[6]!;
    const { evidenceId } = await desk.addQuote(helper, claimId);
    for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
    await desk.event(author, claimId, "ready");
    const publish = async () => done(sign(editors[7]!, claimId, await desk.revisionHash(claimId)));
    await publish();
    await done(openCorrection(author, claimId, { class: "update", reason: "Fewer." }, new Date()));
    await done(removeEvidence(author, evidenceId, new Date()));
    for (const viewer of [reviewer, other]) await desk.review(viewer, claimId);
    await desk.event(author, claimId, "ready");
    await publish();
    expect(await authors(claimId)).not.toContain(helper.id);
  });

  it("include whoever decided where a source's own source has it from", async () => {
    const { addArticle } = await import("../articles/commands/add-article");
    const { addAttribution } = await import("../attributions/commands/decide-attribution");
    const { claimId, author } = await desk.inReview();
    const [row] = await database.sql<{ articleId: string }>(
      `SELECT "articleId" FROM evidence WHERE "claimId" = $1`,
      [claimId],
    );
    const mention = { mention: { outlet: "The Wire" } };
    const { articleId: wire } = await done(addArticle(author, mention, new Date()));
    await done(
      addAttribution(author, row!.articleId, { type: "cites", to: { articleId: wire } }, new Date()),
    );
    const editor = editors[8]!;
    expect(await authors(claimId)).not.toContain(editor.id);
    await done(addAttribution(editor, wire, { type: "own-reporting" }, new Date()));
    expect(await authors(claimId)).toContain(editor.id);
  });
});
