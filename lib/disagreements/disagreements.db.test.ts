import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { makeScene, refusalOf } from "../../scripts/test/guard-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { createClaim } from "../claims/commands/create-claim";
import { claimDto, openClaim } from "../claims/queries";
import { addEvidence, editEvidence, removeEvidence } from "../evidence/commands";
import { claimHistory } from "../log/claim-history.server";
import { takeBack } from "../undo/take-back.server";
import { dismissSuggestion, markDisagreement } from "./commands/mark-disagreement";
import { settleDisagreement } from "./commands/settle-disagreement";
import { disagreementsFor, disagreementsOfArticle } from "./queries";
import { markDisagreementSchema } from "./schema";

const database = useTestDatabase();
const desk = makeDesk(database);
let checker: Viewer;

beforeAll(async () => {
  checker = await database.makeViewer("checker", "Checker");
});

const now = () => new Date();
const why = "One says five cranes, the other seven.";

/** A claim with two quotes of different articles. */
async function twoQuotes(texts = ["The port bought 5 cranes in 2023.", "The port bought 7 cranes in 2023."]) {
  const { claimId } = await done(createClaim(checker, { text: `Cranes ${Math.random()}` }, now()));
  const found = [];
  for (const exact of texts) {
    const { articleId } = await done(addArticle(checker, { text: `News\n\n${exact}\n` }, now()));
    const input = { articleId, quote: { exact }, stance: "supports" } as const;
    found.push({ articleId, ...(await done(addEvidence(checker, claimId, input, now()))) });
  }
  const [one, two] = found as [(typeof found)[0], (typeof found)[0]];
  return { claimId, one, two, a: one.evidenceId, b: two.evidenceId };
}

const seenBy = async (viewer: Viewer, claimId: string) =>
  disagreementsFor(viewer, (await openClaim(claimId, now()))!);

describe("two quotes that disagree", () => {
  it("stand side by side on the claim and on both articles, with who marked them and why", async () => {
    const { claimId, one, two, a, b } = await twoQuotes();
    await done(markDisagreement(checker, claimId, { a: b, b: a, why }, now()));
    const [seen] = await seenBy(checker, claimId);
    expect(seen).toMatchObject({ status: "open", why, markedBy: "Checker", claimId });
    expect([seen!.a.exact, seen!.b.exact].sort()).toEqual([
      "The port bought 5 cranes in 2023.",
      "The port bought 7 cranes in 2023.",
    ]);
    for (const { articleId } of [one, two])
      expect(await disagreementsOfArticle(checker, articleId, now())).toMatchObject([{ id: seen!.id }]);
    expect(await refused(markDisagreement(checker, claimId, { a, b, why }, now()))).toMatchObject({
      code: "already-there",
    });
  });

  it("say by their own words how they differ when whoever marked them gave no reason", async () => {
    const { claimId, a, b } = await twoQuotes();
    const input = markDisagreementSchema.parse({ a, b, why: "" });
    await done(markDisagreement(checker, claimId, input, now()));
    const [seen] = await seenBy(checker, claimId);
    expect(["“5” against “7”.", "“7” against “5”."]).toContain(seen!.why);
  });

  it("are settled once with a reason, stay, and can be opened again", async () => {
    const { claimId, a, b } = await twoQuotes();
    const { disagreementId } = await done(markDisagreement(checker, claimId, { a, b, why }, now()));
    const settle = (reason: string) =>
      settleDisagreement(checker, disagreementId, { status: "resolved", reason }, now());
    const [first, second] = await Promise.all([settle("The register says 7."), settle("Another reason.")]);
    expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
    expect(await seenBy(checker, claimId)).toMatchObject([{ status: "resolved", why }]);
    await done(markDisagreement(checker, claimId, { a, b, why: "Again." }, now()));
    expect(await seenBy(checker, claimId)).toMatchObject([{ status: "open", why: "Again." }]);
    const { entries } = await claimHistory(wholeDesk, claimId, { isBlind: false });
    const told = entries.filter(({ event }) => event.startsWith("disagreement."));
    expect(told.map(({ event }) => event)).toEqual([
      "disagreement.marked",
      "disagreement.resolved",
      "disagreement.marked",
    ]);
  });

  it("are as they were, with who did what then, once marking or settling them is taken back", async () => {
    const { claimId, a, b } = await twoQuotes();
    const other = await database.makeViewer("checker", "Other");
    const undo = (viewer: Viewer, { entryId }: { entryId: string }) => takeBack(viewer, { entryId }, now());
    const mark = (viewer: Viewer) => done(markDisagreement(viewer, claimId, { a, b, why }, now()));
    const before = await seenBy(checker, claimId);
    const marked = await mark(checker);
    for (let twice = 0; twice < 2; twice += 1) await done(undo(checker, marked));
    expect(await seenBy(checker, claimId)).toEqual(before);
    const { disagreementId } = await mark(checker);
    const open = await seenBy(checker, claimId);
    const input = { status: "resolved", reason: "The register says 7." } as const;
    const settled = await done(settleDisagreement(other, disagreementId, input, now()));
    const resolved = await seenBy(checker, claimId);
    const again = await mark(other);
    expect(await refused(undo(other, settled))).toMatchObject({ kind: "conflict", code: "stale" });
    await done(undo(other, again));
    expect(await seenBy(checker, claimId)).toEqual(resolved);
    await done(undo(other, settled));
    expect(await seenBy(checker, claimId)).toEqual(open);
  });

  it("are printed while both are public, and change nothing of a record without them", async () => {
    const { claimId, a, b } = await twoQuotes();
    expect((await openClaim(claimId, now()))!.record).not.toHaveProperty("disagreements");
    await done(markDisagreement(checker, claimId, { a, b, why }, now()));
    expect((await openClaim(claimId, now()))!.record.disagreements).toEqual([
      { a: 1, b: 2, why, resolution: null },
    ]);
    await done(editEvidence(checker, b, { disclosure: "described" }, now()));
    expect((await openClaim(claimId, now()))!.record).not.toHaveProperty("disagreements");
    await done(editEvidence(checker, b, { disclosure: "public" }, now()));
    await done(removeEvidence(checker, b, now()));
    expect(await seenBy(checker, claimId)).toEqual([]);
  });

  it("are suggested by figures that contradict each other, until a person marks or dismisses them", async () => {
    const { claimId, a, b } = await twoQuotes();
    const [suggested] = await seenBy(checker, claimId);
    expect(suggested).toMatchObject({ status: "suggested", id: null });
    expect((await openClaim(claimId, now()))!.record).not.toHaveProperty("disagreements");
    const input = { a, b, why: suggested!.why, reason: "The second counts two on order." };
    await done(dismissSuggestion(checker, claimId, input, now()));
    expect(await seenBy(checker, claimId)).toMatchObject([{ status: "dismissed" }]);
    expect((await openClaim(claimId, now()))!.record).not.toHaveProperty("disagreements");
    expect(await refused(dismissSuggestion(checker, claimId, input, now()))).toMatchObject({
      code: "already-there",
    });
  });

  it("do not tell a blind reviewer how they were settled, nor in the history", async () => {
    const { claimId, a, b } = await twoQuotes();
    const { disagreementId } = await done(markDisagreement(checker, claimId, { a, b, why }, now()));
    const input = { status: "resolved", reason: "Secret: seven is right." } as const;
    await done(settleDisagreement(checker, disagreementId, input, now()));
    await desk.event(checker, claimId, "start-research");
    await desk.event(checker, claimId, "submit");
    const blind = await database.makeViewer("checker", "Blind Reviewer");
    const told = async (viewer: Viewer, isBlind: boolean) =>
      JSON.stringify([await seenBy(viewer, claimId), await claimHistory(wholeDesk, claimId, { isBlind })]);
    expect(await told(blind, true)).not.toContain("Secret");
    expect(await told(checker, false)).toContain("Secret");
    expect((await claimDto(blind, (await openClaim(claimId, now()))!)).reviews).toEqual({ hidden: true });
  });

  it("make whoever marks or settles them an author of the claim", async () => {
    const { claimId, a, b } = await twoQuotes();
    const [marker, settler] = [
      await database.makeViewer("editor", "Marker"),
      await database.makeViewer("editor", "Settler"),
    ];
    const { disagreementId } = await done(markDisagreement(marker, claimId, { a, b, why }, now()));
    const input = { status: "resolved", reason: "Read both." } as const;
    await done(settleDisagreement(settler, disagreementId, input, now()));
    const { authorIds } = (await openClaim(claimId, now()))!.dossier;
    expect(authorIds).toEqual(expect.arrayContaining([marker.id, settler.id]));
  });
});

describe("the database", () => {
  it("refuses a pair of two claims, a settled one without a reason, and one out of order", async () => {
    const scene = makeScene(database);
    const [mine, other] = [await twoQuotes(), await twoQuotes()];
    const row = (x: string, y: string, more: Record<string, unknown> = {}) => {
      const [aId, bId] = x < y ? [x, y] : [y, x];
      const by = { markedById: checker.id, why };
      return scene.add("disagreement", { id: scene.id(), claimId: mine.claimId, aId, bId, ...by, ...more });
    };
    const { a, b } = mine;
    const swapped = a < b ? { aId: b, bId: a } : { aId: a, bId: b };
    expect((await refusalOf(row(a, other.a))).message).toContain("evidence of one claim");
    for (const more of [
      { status: "resolved" },
      { status: "resolved", settledById: checker.id, settledAt: new Date(), resolution: " " },
      { resolution: "too early" },
      { why: " " },
      { status: "gone" },
      swapped,
    ])
      expect((await refusalOf(row(a, b, more))).code).toBe("23514");
    const id = await row(a, b);
    const move = database.sql(`UPDATE disagreement SET "claimId" = $1 WHERE id = $2`, [other.claimId, id]);
    expect((await refusalOf(move)).message).toContain("keeps its claim");
    expect((await refusalOf(database.sql("DELETE FROM disagreement"))).code).toBe("42501");
  });
});
