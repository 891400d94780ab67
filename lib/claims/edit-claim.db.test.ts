import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { articleName } from "../articles/article-name.server";
import { editArticle } from "../articles/commands/edit-article";
import type { DecideComparisonInput } from "../attributions/schema";
import { addEvidence, editEvidence } from "../evidence/commands";
import { decideComparison } from "../figures/commands";
import { signOffVerdict } from "../publications/commands/sign-off-verdict";
import { takeBack } from "../undo/take-back.server";
import { writeVerdict } from "../verdicts/commands";
import { claimName } from "./claim-name.server";
import { createClaim } from "./commands/create-claim";
import { editClaim } from "./commands/edit-claim";
import { sendEvent } from "./commands/send-event";
import { getClaim } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);
let editor: Viewer;

beforeAll(async () => {
  editor = await database.makeViewer("editor", "Editor");
});

/** All that a change of a claim leaves behind. */
async function tracesOf(claimId: string) {
  const read = (text: string) => database.sql(text, [claimId]);
  return {
    authors: await read("SELECT claim_authors($1) AS id ORDER BY 1"),
    log: await read(`SELECT count(*) FROM log_entry WHERE "claimId" = $1`),
    claim: await read("SELECT state, version FROM claim WHERE id = $1"),
    verdict: await read(`SELECT version, "updatedById" FROM verdict WHERE "claimId" = $1`),
    evidence: await read(`SELECT id, version FROM evidence WHERE "claimId" = $1`),
  };
}

const articleOf = async (claimId: string) =>
  (
    await database.sql<{ id: string }>(`SELECT "articleId" AS id FROM evidence WHERE "claimId" = $1`, [
      claimId,
    ])
  )[0]!.id;

describe("saving what is there already", () => {
  it("makes nobody an author, bumps no version, logs nothing and leaves a ready claim ready", async () => {
    const { claimId, evidenceId } = await desk.ready();
    const articleId = await articleOf(claimId);
    const before = await tracesOf(claimId);
    const article = await database.sql(`SELECT version, byline FROM article WHERE id = $1`, [articleId]);
    const now = new Date();
    await done(writeVerdict(editor, claimId, { version: 1 }, now));
    await done(writeVerdict(editor, claimId, { version: 1, finding: "They do.", rating: "confirmed" }, now));
    await done(editClaim(editor, claimId, { version: 0 }, now));
    await done(editClaim(editor, claimId, { version: 0, kind: "so", place: null, topics: [] }, now));
    const same = { stance: "supports", decisive: { reason: "The report." }, shows: null } as const;
    await done(editEvidence(editor, evidenceId, same, now));
    await done(editArticle(editor, articleId, { byline: null, primary: false }, now));
    expect(await tracesOf(claimId)).toEqual(before);
    expect(await database.sql(`SELECT version, byline FROM article WHERE id = $1`, [articleId])).toEqual(
      article,
    );
  });
});

describe("who does it, how much it matters and until when", () => {
  it("change on a ready claim and on a published one, and make nobody an author", async () => {
    const { claimId, hash, author } = await desk.ready();
    const work = { importance: 1, assigneeId: editor.id, deadlineAt: "2031-01-01T00:00:00Z" };
    await done(editClaim(editor, claimId, { ...work, version: 0 }, new Date()));
    expect((await tracesOf(claimId)).claim).toEqual([{ state: "ready", version: 1 }]);
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
    await done(editClaim(editor, claimId, { importance: 3, version: 1 }, new Date()));
    expect(await tracesOf(claimId)).toMatchObject({
      claim: [{ state: "published", version: 2 }],
      authors: [{ id: author.id }],
    });
    const refusal = await refused(
      editClaim(author, claimId, { importance: 2, place: "Selby", version: 2 }, new Date()),
    );
    expect(refusal.code).toBe("open-a-correction");
  });
});

describe("what is printed of an article", () => {
  it("sends a ready claim back to review, in the log, and what is not printed does not", async () => {
    const { claimId, author } = await desk.ready();
    const articleId = await articleOf(claimId);
    await done(
      editArticle(editor, articleId, { reliability: "corrected", reason: "They said so." }, new Date()),
    );
    expect((await tracesOf(claimId)).claim).toMatchObject([{ state: "ready" }]);
    await done(editArticle(author, articleId, { outlet: "The Register" }, new Date()));
    expect((await tracesOf(claimId)).claim).toMatchObject([{ state: "in-review" }]);
    const fell = `SELECT "actorId" FROM log_entry WHERE "claimId" = $1 AND event = 'claim.fell-back'`;
    expect(await database.sql(fell, [claimId])).toEqual([{ actorId: author.id }]);
  });

  it("counts for four eyes by field, and until somebody else writes the field", async () => {
    const { author } = await desk.inReview();
    const old = await done(addArticle(author, { text: "A report\n\nTwo new ferries sail." }, new Date()));
    await done(editArticle(editor, old.articleId, { byline: "A. Wrong" }, new Date()));
    const other = await database.makeViewer("checker", "Overwriter");
    await done(editArticle(other, old.articleId, { byline: "A. Writer" }, new Date()));
    const { claimId } = await done(createClaim(author, { text: "Two ferries sail" }, new Date()));
    const evidence = {
      articleId: old.articleId,
      quote: { exact: "Two new ferries" },
      stance: "supports",
    } as const;
    await done(addEvidence(author, claimId, evidence, new Date()));
    const authors = async () =>
      (await database.sql<{ id: string }>("SELECT claim_authors($1) AS id", [claimId])).map(({ id }) => id);
    expect(await authors()).toContain(other.id);
    expect(await authors()).not.toContain(editor.id);
    await done(editArticle(editor, old.articleId, { outlet: "Wrong" }, new Date()));
    await done(editArticle(other, old.articleId, { outlet: "Right" }, new Date()));
    expect(await authors()).toContain(editor.id);
  });
});

/** A claim with two figures, and evidence with one that differs. */
async function compared() {
  const author = await database.makeViewer("checker", "Figures");
  const text = "Selby bougth 34 ferries and 12 buses";
  const { claimId } = await done(createClaim(author, { text }, new Date()));
  const report = { text: "Selby owns 31 ferries and 12 buses." };
  const { articleId } = await done(addArticle(author, report, new Date()));
  const evidence = { articleId, quote: { exact: report.text }, stance: "disputes" } as const;
  await done(addEvidence(author, claimId, evidence, new Date()));
  return { author, claimId };
}

const comparisons = (claimId: string) =>
  database.sql<{ id: string; class: string; status: string }>(
    `SELECT id, class, status FROM comparison WHERE "claimId" = $1 ORDER BY id`,
    [claimId],
  );

describe("the figures of a claim", () => {
  it("keep what people decided about them when a word beside them changes", async () => {
    const { author, claimId } = await compared();
    const [first] = await comparisons(claimId);
    await done(decideComparison(author, first!.id, { class: "different-period" }, new Date()));
    const rewrite = (text: string, version: number) =>
      done(editClaim(author, claimId, { text, version }, new Date()));
    await rewrite("Selby once bought 34 ferries and 12 buses", 0);
    const decided = { id: first!.id, class: "different-period", status: "confirmed" };
    expect(await comparisons(claimId)).toContainEqual(decided);
    const places = `SELECT start FROM figure WHERE "claimId" = $1 ORDER BY start`;
    expect(await database.sql(places, [claimId])).toEqual([{ start: 18 }, { start: 33 }]);
    await rewrite("Selby once bought 35 ferries and 13 buses", 1);
    expect((await comparisons(claimId)).map(({ id }) => id)).not.toContain(first!.id);
  });
});

describe("how two figures compare", () => {
  it("is decided by the first of two who saw it undecided; the other is told", async () => {
    const { claimId } = await compared();
    const [pair] = await comparisons(claimId);
    const people = [await database.makeViewer("checker", "One"), await database.makeViewer("checker", "Two")];
    const expected = { class: pair!.class, status: "suggested" } as DecideComparisonInput["expected"];
    const classes = ["different-period", "different-scope"] as const;
    const results = await Promise.all(
      people.map((viewer, n) =>
        decideComparison(viewer, pair!.id, { class: classes[n], expected }, new Date()),
      ),
    );
    const won = results.findIndex(({ ok }) => ok);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results[1 - won]).toMatchObject({
      error: { kind: "conflict", code: "stale", extra: { class: classes[won], status: "confirmed" } },
    });
    expect(await comparisons(claimId)).toContainEqual({
      id: pair!.id,
      class: classes[won],
      status: "confirmed",
    });
  });
});

describe("taking back how two figures compare", () => {
  it("makes it a suggestion of nobody's again, or what somebody said of it, and not over a later decision", async () => {
    const { author, claimId } = await compared();
    const [pair] = await comparisons(claimId);
    const row = async () =>
      (
        await database.sql(
          `SELECT class, status, explanation, "decidedById" AS by FROM comparison WHERE id = $1`,
          [pair!.id],
        )
      )[0]!;
    const before = await row();
    const decide = (viewer: Viewer, kind: "different-period" | "different-scope") =>
      done(decideComparison(viewer, pair!.id, { class: kind }, new Date()));
    const undo = (viewer: Viewer, entryId: string | null) =>
      takeBack(viewer, { entryId: entryId! }, new Date());
    const first = await decide(author, "different-period");
    for (let twice = 0; twice < 2; twice += 1) await done(undo(author, first.entryId));
    expect(await row()).toEqual(before);
    const second = await decide(author, "different-period");
    const theirs = await decide(editor, "different-scope");
    expect(await refused(undo(author, second.entryId))).toMatchObject({ code: "stale" });
    await done(undo(editor, theirs.entryId));
    expect(await row()).toMatchObject({ class: "different-period", status: "confirmed", by: author.id });
  });
});

describe("a claim that someone else changed", () => {
  it("is stale also for whoever would say the same, who may not have read what else was changed", async () => {
    const { claimId, author } = await desk.inReview("Four ferries sail from Goole", []);
    const edit = () => editClaim(author, claimId, { place: "Goole", version: 0 }, new Date());
    await done(edit());
    expect(await refused(edit())).toMatchObject({ kind: "conflict", code: "stale", extra: { version: 1 } });
  });
});

describe("a piece of evidence that someone else changed", () => {
  it("is stale before its claim is published", async () => {
    const { claimId, hash, evidenceId, author } = await desk.ready();
    await done(signOffVerdict(editor, claimId, { revisionHash: hash }, new Date()));
    const stale = await refused(editEvidence(author, evidenceId, { shows: "x", version: 7 }, new Date()));
    expect(stale).toMatchObject({ kind: "conflict", code: "stale" });
    const closed = await refused(editEvidence(author, evidenceId, { shows: "x", version: 0 }, new Date()));
    expect(closed).toMatchObject({ kind: "invalid", code: "open-a-correction" });
  });
});

describe("reading", () => {
  it("writes nothing, and tells a later state a later number", async () => {
    const { claimId, author } = await desk.inReview();
    const revision = async () => (await getClaim(author, claimId, new Date()))!.revision;
    const first = await revision();
    expect(await revision()).toEqual(first);
    await done(writeVerdict(author, claimId, { finding: "They do sail.", version: 1 }, new Date()));
    const second = await revision();
    expect(second.number).toBeGreaterThan(first.number);
    expect(await database.sql(`SELECT 1 FROM revision WHERE "claimId" = $1`, [claimId])).toEqual([]);
  });

  it("calls windows after the first words of their claim or the title of their article, however long", async () => {
    const text = `Two new ferries sail from Selby every morning ${"and every evening ".repeat(20)}`;
    const { claimId, author } = await desk.inReview(text);
    expect(await claimName(claimId)).toBe(
      "Two new ferries sail from Selby every morning and every evening and e…",
    );
    const added = await done(addArticle(author, { text: "Words.", title: "Ferries" }, new Date()));
    expect(await articleName(added.articleId)).toBe("Ferries");
    for (const unknown of ["none", "\0"])
      expect([await claimName(unknown), await articleName(unknown)]).toEqual([null, null]);
  });
});

describe("calling claims ready", () => {
  it("gives each an address of its own, also when those with the same words are called ready at once", async () => {
    const scenes = [];
    for (let n = 0; n < 4; n += 1) {
      const scene = await desk.inReview("Два пороми відпливають щоранку");
      scenes.push(scene);
    }
    await Promise.all(scenes.map(({ author, claimId }) => desk.event(author, claimId, "ready")));
    const rows = await database.sql<{ slug: string }>("SELECT slug FROM claim WHERE id = ANY($1)", [
      scenes.map(({ claimId }) => claimId),
    ]);
    expect(rows.map(({ slug }) => slug).sort()).toEqual(["claim", "claim-2", "claim-3", "claim-4"]);
  });
});

describe("an event that nobody may send", () => {
  it.each(["sign-off", "publish"])("%s is refused with those that are possible", async (event) => {
    const { claimId, author } = await desk.inReview();
    expect(await refused(sendEvent(author, claimId, { event }, new Date()))).toMatchObject({
      kind: "invalid",
      code: "event-not-allowed",
      extra: { allowed: ["return", "ready"] },
    });
  });
});

describe("a place in a document", () => {
  it("is pointed at only in an article that has a copy", async () => {
    const { claimId, author } = await desk.inReview();
    const { articleId } = await done(addArticle(author, { mention: { outlet: "The Wire" } }, new Date()));
    const quote = { region: "page=2", description: "A table of ferries" };
    const input = { articleId, quote, stance: "context" } as const;
    const refusal = await refused(addEvidence(author, claimId, input, new Date()));
    expect(refusal).toMatchObject({ kind: "invalid", code: "not-captured" });
  });
});
