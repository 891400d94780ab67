import { expect, it } from "vitest";
import { done, makeDesk, refused, wholeDesk } from "../../scripts/test/desk-scene";
import { everyEvidence } from "../../scripts/test/every-evidence";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editArticle } from "../articles/commands/edit-article";
import { articleDependants } from "../articles/dependants.server";
import { createClaim } from "../claims/commands/create-claim";
import { sendEvent } from "../claims/commands/send-event";
import { gateDto, getClaim, independenceDto, openClaim } from "../claims/queries";
import { addEvidence } from "../evidence/commands";
import { claimHistory } from "../log/claim-history.server";
import { coverSentence, writeVerdict } from "../verdicts/commands";
import { giveReview } from "./commands";
import { getOwnReview } from "./queries";

const database = useTestDatabase();
const desk = makeDesk(database);

/** Everything that a person is told about a claim. */
async function toldTo(viewer: Viewer, claimId: string, articleId: string): Promise<string> {
  const now = new Date();
  const current = (await openClaim(claimId, now))!;
  const told = [
    await getClaim(viewer, claimId, now),
    await gateDto(viewer, current, now),
    independenceDto(viewer, current),
    await articleDependants(viewer, articleId, now, { limit: 30 }),
    await claimHistory(wholeDesk, claimId, { isBlind: true }),
  ];
  return JSON.stringify(told);
}

it("hides marks, rating and words from who has not given a mark, and shows them after", async () => {
  const { claimId, reviewer, other, author } = await desk.inReview();
  const mark = { mark: "disputed", rating: "misleading", rationale: "Secret rationale." } as const;
  await done(giveReview(other, claimId, mark, new Date()));
  await done(writeVerdict(author, claimId, { finding: "Secret finding.", version: 1 }, new Date()));
  const [row] = await database.sql<{ articleId: string }>(
    `SELECT "articleId" FROM evidence WHERE "claimId" = $1`,
    [claimId],
  );
  const before = await toldTo(reviewer, claimId, row!.articleId);
  for (const secret of ["Secret", "disputed", "misleading", "rating-against-marks"])
    expect(before).not.toContain(secret);
  const overwrite = { finding: "Mine.", version: 2 };
  expect(await refused(writeVerdict(reviewer, claimId, overwrite, new Date()))).toMatchObject({
    kind: "forbidden",
    code: "blind",
  });
  const sentence = { field: "finding" as const, index: 0, text: "Secret finding.", evidenceIds: [] };
  expect(
    await refused(coverSentence(reviewer, claimId, { ...sentence, background: "Known." }, new Date())),
  ).toMatchObject({ code: "blind" });
  await desk.review(reviewer, claimId);
  const after = await toldTo(reviewer, claimId, row!.articleId);
  for (const shown of ["Secret rationale.", "Secret finding.", "rating-against-marks"])
    expect(after).toContain(shown);
  const blind = await database.sql(`SELECT blind FROM review WHERE "claimId" = $1 ORDER BY "givenAt"`, [
    claimId,
  ]);
  expect(blind).toEqual([{ blind: true }, { blind: true }]);
});

it("hides why somebody returned the claim, which may say what they answered, but not that they did", async () => {
  const { claimId, reviewer, other } = await desk.inReview();
  const reason = "Disputed: the audit counts seven.";
  await done(sendEvent(other, claimId, { event: "return", reason }, new Date()));
  const toldOf = async (isBlind: boolean) =>
    (await claimHistory(reviewer, claimId, { isBlind })).entries.find(
      ({ event }) => event === "claim.returned",
    );
  expect(await toldOf(true)).toMatchObject({ who: other.name, detail: null });
  expect(await toldOf(false)).toMatchObject({ detail: reason });
});

it("stays when somebody only writes about an article, on this claim and on the next that quotes it", async () => {
  const { claimId, reviewer, author } = await desk.inReview();
  const [row] = await database.sql<{ articleId: string }>(
    `SELECT "articleId" FROM evidence WHERE "claimId" = $1`,
    [claimId],
  );
  const { articleId } = row!;
  await done(editArticle(reviewer, articleId, { byline: "A. Writer" }, new Date()));
  const next = await done(createClaim(author, { text: "They are new" }, new Date()));
  await desk.event(author, next.claimId, "start-research");
  const quote = { exact: "Two new ferries" };
  await done(addEvidence(author, next.claimId, { articleId, quote, stance: "supports" }, new Date()));
  await done(writeVerdict(author, next.claimId, { finding: "Secret.", version: 0 }, new Date()));
  for (const id of [claimId, next.claimId])
    expect(await getClaim(reviewer, id, new Date())).toMatchObject({
      verdict: { hidden: true },
      reviews: { hidden: true },
    });
});

it("records that who was shown another’s draft, comment or mark was not blind", async () => {
  const { claimId, reviewer, other } = await desk.inReview();
  await desk.addQuote(other, claimId);
  expect((await getClaim(other, claimId, new Date()))!.verdict).toMatchObject({ finding: "They do." });
  await desk.review(other, claimId);
  await desk.review(reviewer, claimId);
  const rows = await database.sql(`SELECT "reviewerId", blind FROM review WHERE "claimId" = $1`, [claimId]);
  expect(rows).toContainEqual({ reviewerId: other.id, blind: false });
  expect(rows).toContainEqual({ reviewerId: reviewer.id, blind: true });
});

it("records that an editor who could look was not blind", async () => {
  const { claimId } = await desk.inReview();
  const editor = await database.makeViewer("editor", "Looker");
  await desk.review(editor, claimId);
  expect(await database.sql(`SELECT blind FROM review WHERE "claimId" = $1`, [claimId])).toEqual([
    { blind: false },
  ]);
});

it("hides the rating of a part from the author of the whole", async () => {
  const writer = await database.makeViewer("checker", "Writer of the Whole");
  const whole = await done(createClaim(writer, { text: "Both ferries are new" }, new Date()));
  const part = await desk.inReview("The first ferry is new");
  await database.sqlOwner(`UPDATE claim SET "parentId" = $1 WHERE id = $2`, [whole.claimId, part.claimId]);
  const seen = async (viewer: Viewer) =>
    (await getClaim(viewer, whole.claimId, new Date()))!.parts[0]!.rating;
  expect(await seen(writer)).toBeNull();
  expect(await seen(part.author)).toBeNull();
  await desk.review(writer, part.claimId);
  expect(await seen(writer)).toBe("confirmed");
});

it("is given on what the claim's revision holds, whatever the evidence is made of, and shown as its claim shows it", async () => {
  const author = await database.makeViewer("checker", "Logger");
  const reader = await database.makeViewer("checker", "Reader");
  const { claimId } = await done(createClaim(author, { text: "It had 41 boats in 2021" }, new Date()));
  await done(sendEvent(author, claimId, { event: "start-research" }, new Date()));
  const said = { shows: "It had.", decisive: { reason: "The original." } };
  const about = { stance: "supports", ...said, translation: { text: "Es hatte.", translator: "L" } } as const;
  for (const { name, log } of everyEvidence(() => ({ author, claimId })))
    await log((what) => `${name}${what}`, { ...about, disclosure: "public" });
  await done(sendEvent(author, claimId, { event: "submit" }, new Date()));
  const { basisHash, dossier } = (await openClaim(claimId, new Date()))!;
  expect(dossier.evidence.length).toBeGreaterThan(5);
  const review = { mark: "confirmed", rationale: "I read it." } as const;
  const { reviewId } = await done(giveReview(reader, claimId, review, new Date()));
  expect(await database.sql(`SELECT "basisHash" FROM review WHERE id = $1`, [reviewId])).toEqual([
    { basisHash },
  ]);
  const { reviews } = (await getClaim(reader, claimId, new Date()))!;
  expect(reviews).toEqual([await getOwnReview(reviewId)]);
});
