import { describe, expect, it } from "vitest";
import { done, makeDesk, refused } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { editClaim } from "../claims/commands/edit-claim";
import { gateDto, getClaim, openClaim } from "../claims/queries";
import { editEvidence, removeEvidence } from "../evidence/commands";
import { defaultRatings } from "../settings/ratings";
import { writeVerdict } from "../verdicts/commands";
import { giveReview, reaffirmReview } from "./commands";

const database = useTestDatabase();
const desk = makeDesk(database);

type Scene = Awaited<ReturnType<typeof desk.inReview>>;
const readBy = async (viewer: Viewer, claimId: string) =>
  (await getClaim(viewer, claimId, new Date()))!.basisHash;
const reviewsOf = (claimId: string) =>
  database.sql<{
    reviewerId: string;
    mark: string;
    rating: string | null;
    rationale: string;
    blind: boolean;
  }>(
    `SELECT "reviewerId", mark, rating, rationale, blind FROM review WHERE "claimId" = $1 ORDER BY "givenAt", id`,
    [claimId],
  );
const given = { mark: "confirmed", rating: "confirmed", rationale: "I read the report." } as const;

describe("a review of what was read", () => {
  const changes: [string, (scene: Scene) => Promise<unknown>][] = [
    [
      "another stance",
      ({ author, evidenceId }) => done(editEvidence(author, evidenceId, { stance: "context" }, new Date())),
    ],
    [
      "other words of the claim",
      ({ author, claimId }) =>
        done(editClaim(author, claimId, { text: "Two new ferries sailed", version: 0 }, new Date())),
    ],
    ["more evidence", ({ author, claimId }) => desk.addQuote(author, claimId)],
    ["less evidence", ({ author, evidenceId }) => done(removeEvidence(author, evidenceId, new Date()))],
  ];

  it.each(changes)("is refused once there is %s, and given on what stands by then", async (_name, change) => {
    const scene = await desk.inReview();
    const { claimId, reviewer } = scene;
    const basisHash = await readBy(reviewer, claimId);
    await change(scene);
    const give = (read: string) => giveReview(reviewer, claimId, { ...given, basisHash: read }, new Date());
    const refusal = await refused(give(basisHash));
    expect(refusal).toMatchObject({ kind: "conflict", code: "stale" });
    expect(refusal.detail).toContain("look at them as they stand now, then answer again");
    expect(await reviewsOf(claimId)).toEqual([]);
    // The answer names what stands there now; a second look reads the same.
    const now = await readBy(reviewer, claimId);
    expect(refusal.extra).toEqual({ basisHash: now });
    await done(give(now));
    expect((await getClaim(reviewer, claimId, new Date()))!.reviews).toMatchObject([{ outdated: false }]);
  });

  it("does not mind the write-up, nor a program that does not say what it read", async () => {
    const { claimId, author, reviewer, other } = await desk.inReview();
    const basisHash = await readBy(reviewer, claimId);
    await done(writeVerdict(author, claimId, { finding: "They do, daily.", version: 1 }, new Date()));
    await done(giveReview(reviewer, claimId, { ...given, basisHash }, new Date()));
    await desk.addQuote(author, claimId);
    await done(giveReview(other, claimId, given, new Date()));
    expect(await reviewsOf(claimId)).toHaveLength(2);
  });
});

/** A blind review that somebody else's followed, and then more evidence. */
async function outdated(rating = given.rating as string) {
  const scene = await desk.inReview();
  const { claimId, author, reviewer, other } = scene;
  await done(giveReview(reviewer, claimId, { ...given, rating }, new Date()));
  await desk.review(other, claimId);
  await desk.addQuote(author, claimId);
  return { ...scene, basisHash: await readBy(reviewer, claimId) };
}

describe("saying that a review still holds", () => {
  it("keeps mark, rating, words and that it was given blind, is current again, and is called what it is", async () => {
    const { claimId, reviewer, basisHash } = await outdated();
    await done(reaffirmReview(reviewer, claimId, { basisHash }, new Date()));
    const mine = { reviewerId: reviewer.id, ...given, blind: true };
    expect((await reviewsOf(claimId)).filter(({ reviewerId }) => reviewerId === reviewer.id)).toEqual([
      mine,
      mine,
    ]);
    const reviews = (await getClaim(reviewer, claimId, new Date()))!.reviews;
    expect(reviews).toMatchObject([{ reviewer: { id: reviewer.id }, outdated: false, blind: true }, {}]);
    const log = await database.sql(
      `SELECT event FROM log_entry WHERE "claimId" = $1 AND "actorId" = $2 ORDER BY id DESC LIMIT 1`,
      [claimId, reviewer.id],
    );
    expect(log).toEqual([{ event: "review.reaffirmed" }]);
  });

  it("is refused when the evidence changed once more since it was read, and stays outdated", async () => {
    const { claimId, author, reviewer, basisHash } = await outdated();
    await desk.addQuote(author, claimId);
    expect(await refused(reaffirmReview(reviewer, claimId, { basisHash }, new Date()))).toMatchObject({
      ...{ kind: "conflict", code: "stale" },
      extra: { basisHash: await readBy(reviewer, claimId) },
    });
    const { issues } = await gateDto(reviewer, (await openClaim(claimId, new Date()))!, new Date());
    expect(issues.map(({ code }) => code)).toContain("review-outdated");
  });

  it("is refused in words when the rating that was proposed is off the scale, or nothing was given", async () => {
    const { claimId, author, reviewer, basisHash } = await outdated("mostly-confirmed");
    const scale = defaultRatings.filter(({ code }) => code !== "mostly-confirmed");
    await database.sqlOwner(`INSERT INTO setting (key, value) VALUES ('ratings', $1)`, [
      JSON.stringify(scale),
    ]);
    const refusal = await refused(reaffirmReview(reviewer, claimId, { basisHash }, new Date()));
    expect(refusal).toMatchObject({ kind: "invalid", code: "unknown-rating" });
    expect(refusal.detail).toContain("Review again, with another rating or with none.");
    expect(await refused(reaffirmReview(author, claimId, { basisHash }, new Date()))).toMatchObject({
      code: "no-review",
    });
  });
});
