import { beforeAll, describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { addArticle } from "../articles/commands/add-article";
import { getEvidence, openClaim } from "../claims/queries";
import { addEvidence } from "./commands";
import { takeBack } from "../undo/take-back.server";
import { vouchForQuote } from "./vouch-for-quote.server";

const database = useTestDatabase();
const desk = makeDesk(database);
const now = () => new Date();

const story =
  "A report\n\nOfficials said the yard may have bought up to 40 engines from Chile, Peru and Ghana.\n";
let adder: Viewer, second: Viewer, third: Viewer;
let claimId: string, articleId: string;

beforeAll(async () => {
  const scene = await desk.inReview("The yard bought 40 engines");
  [adder, second, third, claimId] = [scene.author, scene.reviewer, scene.other, scene.claimId];
  ({ articleId } = await done(addArticle(adder, { text: story }, now())));
});

const log = async (viewer: Viewer, exact: string) =>
  (await done(addEvidence(viewer, claimId, { articleId, quote: { exact }, stance: "supports" }, now())))
    .evidenceId;

const cutOf = async (evidenceId: string) => (await getEvidence(evidenceId))!.cut;

const isOpen = async (evidenceId: string) => {
  const { dossier } = (await openClaim(claimId, now()))!;
  const item = dossier.evidence.find(({ id }) => id === evidenceId)!;
  return item.cut !== null && (item.cut.tickedById === null || item.cut.tickedById === item.addedById);
};

describe("ticking that a cut is fair", () => {
  it("names what the quote drops and is left to a second person, whose tick is logged once", async () => {
    const evidenceId = await log(adder, "40 engines from Chile");
    expect((await cutOf(evidenceId))!.reason).toMatch(/“up to”.*“Officials said.*Peru and Ghana/);
    expect(await refused(vouchForQuote(adder, evidenceId, "cut", now()))).toMatchObject({
      kind: "forbidden",
      code: "second-person",
    });
    expect(await isOpen(evidenceId)).toBe(true);
    await done(vouchForQuote(second, evidenceId, "cut", now()));
    await done(vouchForQuote(third, evidenceId, "cut", now()));
    expect(await cutOf(evidenceId)).toMatchObject({ tickedBy: "Reviewer" });
    expect(await isOpen(evidenceId)).toBe(false);
    const entries = await database.sql(
      `SELECT "actorId" FROM log_entry WHERE event = 'quote.cut-ticked' AND "claimId" = $1`,
      [claimId],
    );
    expect(entries).toHaveLength(1);
  });

  it("is taken back by whoever gave it, as long as it is theirs, and the quote waits for a second person again", async () => {
    const evidenceId = await log(adder, "up to 40 engines from Chile");
    const { entryId } = await done(vouchForQuote(second, evidenceId, "cut", now()));
    expect(await refused(takeBack(third, { entryId: entryId! }, now()))).toMatchObject({ kind: "not_found" });
    await done(takeBack(second, { entryId: entryId! }, now()));
    expect(await cutOf(evidenceId)).toMatchObject({ tickedBy: null });
    expect(await isOpen(evidenceId)).toBe(true);
    await done(vouchForQuote(third, evidenceId, "cut", now()));
    expect(await refused(takeBack(second, { entryId: entryId! }, now()))).toMatchObject({ code: "stale" });
    expect(await isOpen(evidenceId)).toBe(false);
  });

  it("falls when the quote changes: another passage has a tick of its own", async () => {
    const evidenceId = await log(adder, "40 engines from Chile, Peru");
    expect(await cutOf(evidenceId)).toMatchObject({ tickedBy: null });
    expect(await isOpen(evidenceId)).toBe(true);
  });

  it("is not the tick of whoever logs the same words as evidence, though they ticked them elsewhere", async () => {
    const first = await log(adder, "bought up to 40 engines from Chile");
    await done(vouchForQuote(second, first, "cut", now()));
    const { evidenceId } = await done(
      addEvidence(
        second,
        claimId,
        { articleId, quote: { exact: "bought up to 40 engines from Chile" }, stance: "context" },
        now(),
      ),
    );
    expect(await isOpen(evidenceId)).toBe(true);
    expect((await refused(vouchForQuote(second, evidenceId, "cut", now()))).code).toBe("second-person");
    await done(vouchForQuote(third, evidenceId, "cut", now()));
    expect(await isOpen(evidenceId)).toBe(false);
  });

  it("refuses where there is nothing to tick or confirm, and for evidence that is not there", async () => {
    const whole = await log(adder, story.trim().split("\n").at(-1)!);
    expect(await cutOf(whole)).toBeNull();
    expect((await refused(vouchForQuote(second, whole, "cut", now()))).code).toBe("nothing-to-confirm");
    expect((await refused(vouchForQuote(second, whole, "region", now()))).code).toBe("nothing-to-confirm");
    expect((await refused(vouchForQuote(second, "nope", "cut", now()))).kind).toBe("not_found");
  });
});

describe("confirming a region", () => {
  it("takes a second person too", async () => {
    const { evidenceId } = await done(
      addEvidence(
        adder,
        claimId,
        { articleId, quote: { region: "page=2", description: "A table of engines" }, stance: "context" },
        now(),
      ),
    );
    expect((await refused(vouchForQuote(adder, evidenceId, "region", now()))).code).toBe("second-person");
    await done(vouchForQuote(second, evidenceId, "region", now()));
    expect((await getEvidence(evidenceId))!.quote).toMatchObject({ confirmedBy: "Reviewer" });
  });
});
