import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addAttribution, decideAttribution } from "../attributions/commands/decide-attribution";
import { addEvidence, editEvidence, removeEvidence } from "../evidence/commands";
import { openCorrection } from "../publications/commands/open-correction";
import { finishTask } from "../tasks/commands";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { addArticle } from "./commands/add-article";
import { editArticle } from "./commands/edit-article";
import { articleDependants } from "./dependants.server";

const database = useTestDatabase();
const desk = makeDesk(database);

const mark = (
  editor: Viewer,
  articleId: string,
  reliability: "ok" | "corrected" | "retracted" | "compromised",
) => done(editArticle(editor, articleId, { reliability, reason: "The outlet said so" }, new Date()));
const rows = <T extends Record<string, unknown>>(table: string, claimId: string) =>
  database.sql<T>(`SELECT * FROM ${table} WHERE "claimId" = $1 ORDER BY id`, [claimId]);
const editorOf = () => database.makeViewer("editor", "Marker");

/** An article that the given one is confirmed to have its words from. */
async function originalOf(viewer: Viewer, articleId: string): Promise<string> {
  const given = { text: "The register itself. It lists two ferries of this year, with their names." };
  const original = await done(addArticle(viewer, given, new Date()));
  const input = { type: "cites", to: { articleId: original.articleId } } as const;
  await done(addAttribution(viewer, articleId, input, new Date()));
  return original.articleId;
}

describe("marking an article", () => {
  it("opens one task a claim, and prepares one notice a publication, however often it is marked", async () => {
    const open = await desk.inReview();
    const published = await desk.published();
    const editor = await editorOf();
    for (const { articleId } of [open, published]) {
      await mark(editor, articleId, "corrected");
      await mark(editor, articleId, "corrected");
      await mark(editor, articleId, "retracted");
    }
    for (const { claimId, articleId } of [open, published]) {
      expect(await rows("task", claimId)).toEqual([
        expect.objectContaining({
          kind: "re-check",
          articleId,
          doneAt: null,
          text: expect.stringContaining("marked retracted: The outlet said so. Check"),
        }),
      ]);
    }
    expect(await rows("prepared_notice", open.claimId)).toEqual([]);
    expect(await rows("prepared_notice", published.claimId)).toEqual([
      expect.objectContaining({ cause: "reliability", kind: "source-changed", state: "waiting" }),
    ]);
    expect(await rows("notice", published.claimId)).toEqual([]);
    const told = await database.sql(
      `SELECT count(*)::int AS n FROM notification WHERE "claimId" = $1 AND "userId" = $2`,
      [published.claimId, published.editor.id],
    );
    expect(told).toEqual([{ n: 2 }]);
  });

  it("and who was slower sees what stands there by now, so that saving again overwrites nothing unseen", async () => {
    const { articleId } = await desk.inReview();
    const editor = await editorOf();
    const [{ version }] = (await database.sql(`SELECT version FROM article WHERE id = $1`, [articleId])) as [
      { version: number },
    ];
    await done(editArticle(editor, articleId, { outlet: "Their Wire", primary: true, version }, new Date()));
    const mine = { outlet: null, byline: "Ada Moor", primary: false, version };
    expect((await refused(editArticle(editor, articleId, mine, new Date()))).extra).toEqual({
      version: version + 1,
      conflict: [
        { field: "outlet", mine: "", theirs: "Their Wire" },
        { field: "byline", mine: "Ada Moor", theirs: "" },
        { field: "primary", mine: "", theirs: "on" },
      ],
    });
  });

  it("and undoing it leaves reliability and reason as they were; a task that was closed is open again", async () => {
    const { claimId, articleId } = await desk.inReview();
    const editor = await editorOf();
    const article = async () =>
      (
        await database.sql(
          `SELECT reliability, "reliabilityReason", "notObtainable", byline, "outletId" FROM article WHERE id = $1`,
          [articleId],
        )
      )[0]!;
    const undo = (viewer: Viewer, { entryId }: { entryId: string | null }) =>
      takeBack(viewer, { entryId: entryId! }, new Date());
    const before = await article();
    const corrected = await mark(editor, articleId, "corrected");
    const marked = await article();
    const [task] = await rows<{ id: string }>("task", claimId);
    const closed = await done(finishTask(editor, task!.id, { note: "Looked." }, new Date()));
    await done(undo(editor, closed));
    expect(await rows("task", claimId)).toMatchObject([{ id: task!.id, doneAt: null, note: null }]);
    const retracted = await mark(editor, articleId, "retracted");
    expect(await refused(undo(editor, corrected))).toMatchObject({ kind: "conflict", code: "stale" });
    for (let twice = 0; twice < 2; twice += 1) await done(undo(editor, retracted));
    expect(await article()).toEqual(marked);
    const checker = await database.makeViewer("checker", "Editor of fields");
    const fields = { notObtainable: "It is offline.", outlet: "The Wire", byline: "Ada Moor" };
    await done(undo(checker, await done(editArticle(checker, articleId, fields, new Date()))));
    expect(await article()).toEqual(marked);
    await mark(editor, articleId, "ok");
    expect(await article()).toMatchObject({ reliability: before.reliability });
  });

  it("and taking the mark back ends the tasks with a note and takes the drafts back", async () => {
    const { claimId, articleId } = await desk.published();
    const editor = await editorOf();
    await mark(editor, articleId, "compromised");
    expect(await rows("prepared_notice", claimId)).toEqual([
      expect.objectContaining({ kind: "under-review", state: "waiting" }),
    ]);
    await mark(editor, articleId, "ok");
    expect(await rows("task", claimId)).toEqual([
      expect.objectContaining({
        doneById: editor.id,
        note: expect.stringContaining("Nothing is held against"),
      }),
    ]);
    expect(await rows("prepared_notice", claimId)).toEqual([expect.objectContaining({ state: "withdrawn" })]);
  });

  it("opens no task on a claim that was declined", async () => {
    const { claimId, articleId, author } = await desk.inReview();
    await desk.event(author, claimId, "return");
    const { sendEvent } = await import("../claims/commands/send-event");
    await done(sendEvent(author, claimId, { event: "decline", reason: "other" }, new Date()));
    await mark(await editorOf(), articleId, "retracted");
    expect(await rows("task", claimId)).toEqual([]);
  });
});

describe("what leans on an article", () => {
  it("is every claim with its evidence, sentences, the gate without it, and each published version", async () => {
    const { claimId, articleId, author, evidenceId, reviewer, other } = await desk.inReview();
    const writeUp = `Two ferries sail from Selby.[^${evidenceId}]`;
    await done(writeVerdict(author, claimId, { writeUp, version: 1 }, new Date()));
    await desk.review(reviewer, claimId);
    await desk.review(other, claimId);
    await desk.event(author, claimId, "ready");
    const editor = await editorOf();
    const { signOffVerdict } = await import("../publications/commands/sign-off-verdict");
    const revisionHash = await desk.revisionHash(claimId);
    const signed = await done(signOffVerdict(editor, claimId, { revisionHash }, new Date()));
    const found = await articleDependants(editor, articleId, new Date(), { limit: 30 });
    const sentences = [{ text: "Two ferries sail from Selby.", evidenceIds: [evidenceId], alone: true }];
    expect(found.claims).toEqual([
      expect.objectContaining({
        id: claimId,
        state: "published",
        evidenceIds: [evidenceId],
        direct: true,
        sentences,
      }),
    ]);
    const codes = (issues: { code: string }[]) => issues.map(({ code }) => code);
    expect(found.claims[0]!.gateWithout.passes).toBe(false);
    expect(codes(found.claims[0]!.gateWithout.newIssues)).toEqual(
      expect.arrayContaining(["origins-too-few", "sentence-uncovered"]),
    );
    // It does cite something now: what is told is what it would be without.
    const lost = found.claims[0]!.gateWithout.newIssues.find(({ code }) => code === "sentence-uncovered");
    expect(lost!.message).toBe("“Two ferries sail from Selby.” would cite nothing.");
    const { slug } = signed.publication;
    expect(found.publications).toEqual([
      expect.objectContaining({ slug, version: 1, standing: true, evidenceIds: [evidenceId], sentences }),
    ]);
    expect(found.tasks).toEqual([]);
  });

  it("names only what would be lost: nothing that is missing with it too, in whatever words", async () => {
    const { claimId, author } = await desk.inReview("Two ferries of which little is known");
    const text = "A letter\n\nWe read that there are two ferries.\n";
    const { articleId } = await done(addArticle(author, { text }, new Date()));
    const quote = { exact: "We read that there are two ferries." };
    await done(addEvidence(author, claimId, { articleId, quote, stance: "supports" }, new Date()));
    const [decisive] = await rows<{ id: string; version: number }>("evidence", claimId);
    const { id, version } = decisive!;
    await done(editEvidence(author, id, { decisive: null, version }, new Date()));
    const writeUp = "They sail. Nobody knows the 12 captains.";
    await done(writeVerdict(author, claimId, { writeUp, version: 1 }, new Date()));
    const [claim] = (await articleDependants(author, articleId, new Date(), { limit: 30 })).claims;
    const { gateWithout } = claim!;
    // Reviews, origins and the sentence are missing in either case; of the origins' line only the number of unknown ones differs.
    expect(gateWithout.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["review-missing", "origins-too-few", "sentence-uncovered"]),
    );
    expect(gateWithout.newIssues).toEqual([]);
  });

  it("is also what came through another article, shown as such, and falls with it", async () => {
    const { claimId, articleId, author, evidenceId, editor } = await desk.published();
    const originalId = await originalOf(author, articleId);
    await mark(editor, originalId, "compromised");
    const found = await articleDependants(editor, originalId, new Date(), { limit: 30 });
    expect(found.claims).toEqual([
      expect.objectContaining({ id: claimId, evidenceIds: [evidenceId], direct: false }),
    ]);
    expect(found.claims[0]!.ways.map((way) => way.map((step) => step.articleId))).toEqual([
      [articleId, originalId],
    ]);
    expect(found.claims[0]!.gateWithout.passes).toBe(false);
    expect(found.publications).toHaveLength(1);
    const claimText = "Two new ferries sail from Selby";
    expect(found.tasks).toEqual([expect.objectContaining({ claimId, claimText, done: false })]);
    const [draft] = await rows<{ text: string }>("prepared_notice", claimId);
    expect(draft!.text).toContain("A report that a source of this check draws on");
  });

  it("is asked claim by claim: what was decided for one claim alone counts there and nowhere else", async () => {
    const [here, elsewhere] = [await desk.published(), await desk.inReview()];
    const { author, editor, articleId } = here;
    const originalId = await originalOf(author, articleId);
    await done(
      addEvidence(
        elsewhere.author,
        elsewhere.claimId,
        { articleId, quote: { exact: "Two new ferries sail" }, stance: "context" },
        new Date(),
      ),
    );
    const [link] = await database.sql<{ id: string }>(
      `SELECT id FROM attribution WHERE "fromArticleId" = $1 AND "toArticleId" = $2`,
      [articleId, originalId],
    );
    const claimsNow = async () =>
      (await articleDependants(editor, originalId, new Date(), { limit: 30 })).claims.map(({ id }) => id);
    expect((await claimsNow()).sort()).toEqual([here.claimId, elsewhere.claimId].sort());
    await done(
      decideAttribution(author, link!.id, { status: "rejected", claimId: elsewhere.claimId }, new Date()),
    );
    expect(await claimsNow()).toEqual([here.claimId]);
    await mark(editor, originalId, "retracted");
    expect(await rows("task", elsewhere.claimId)).toEqual([]);
    expect(await rows("task", here.claimId)).toHaveLength(1);
  });

  it("comes some claims at a time, all of them once, with how many there are in all", async () => {
    const { claimId, articleId, author } = await desk.inReview();
    const claimIds = [claimId];
    for (const town of ["Goole", "Hull", "Whitby"]) {
      const other = await desk.inReview(`Two new ferries sail from ${town}`);
      const quote = { exact: "Two new ferries sail" };
      await done(
        addEvidence(other.author, other.claimId, { articleId, quote, stance: "context" }, new Date()),
      );
      claimIds.push(other.claimId);
    }
    const [last] = await rows<{ id: string }>("evidence", claimIds.at(-1)!);
    await done(removeEvidence(author, last!.id, new Date()));
    const page = (cursor?: string) =>
      articleDependants(author, articleId, new Date(), { limit: 2, ...(cursor ? { cursor } : {}) });
    const first = await page();
    const second = await page(first.nextCursor!);
    const counts = { current: first.counts.current, over: 0 };
    expect([first.counts, second.counts]).toEqual([counts, counts]);
    const found = [...first.claims, ...second.claims].map(({ id }) => id);
    expect(found).toHaveLength(counts.current);
    expect(found).toEqual(claimIds.filter((id) => found.includes(id)));
    expect(first.claims).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
  });

  it("keeps what is published in sight after the draft has dropped the evidence", async () => {
    const { claimId, articleId, author, evidenceId, editor, slug } = await desk.published();
    await done(openCorrection(author, claimId, { class: "correction", reason: "Wrong." }, new Date()));
    await done(removeEvidence(author, evidenceId, new Date()));
    await mark(editor, articleId, "retracted");
    const found = await articleDependants(editor, articleId, new Date(), { limit: 30 });
    expect(found.publications).toEqual([expect.objectContaining({ slug, version: 1, standing: true })]);
    expect(found.claims).toEqual([expect.objectContaining({ id: claimId, evidenceIds: [] })]);
    expect(await rows("prepared_notice", claimId)).toHaveLength(1);
  });

  it("tells a blind reviewer nothing of the draft", async () => {
    const { articleId, author, claimId, evidenceId, reviewer } = await desk.inReview();
    const writeUp = `Secret words.[^${evidenceId}]`;
    await done(writeVerdict(author, claimId, { writeUp, version: 1 }, new Date()));
    const found = await articleDependants(reviewer, articleId, new Date(), { limit: 30 });
    expect(found.claims[0]).toMatchObject({
      sentences: { hidden: true },
      gateWithout: { hidden: true, passes: null },
    });
    expect(JSON.stringify(found)).not.toMatch(/Secret|sentence-uncovered|origins-too-few/);
  });
});
