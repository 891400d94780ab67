import "server-only";
import type { Viewer } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import { currentRevision } from "../claims/revision.server";
import { acceptsReviews } from "../claims/workflow";
import { choicesInWords } from "../core/choice";
import { Prisma, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { basisHash } from "../publications/basis-hash";
import { cancelIfChanged } from "../schedules/cancel-if-changed.server";
import type { Rating } from "../settings/ratings";
import { loadSettings } from "../settings/settings.server";
import { answererIds } from "./answerers.server";
import { givesBlind } from "./blindness";
import { loadReviewed, type Reviewed } from "./load-reviewed.server";
import type { GiveReviewInput } from "./schema";

/** Gives one person's mark on the claim as it stands. A second one by the same person is a re-review and replaces the first. */
export async function giveReview(
  viewer: Viewer,
  claimId: string,
  input: GiveReviewInput,
  now: Date,
): Promise<Result<{ reviewId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!acceptsReviews(claim.state)) {
      const detail =
        claim.state === "published"
          ? "This claim is published. Open a correction to review it again."
          : `Reviews are given once the claim is in review; it is ${claim.state}.`;
      refuse({
        kind: "invalid",
        code: claim.state === "published" ? "open-a-correction" : "not-in-review",
        detail,
      });
    }
    const [found, settings, answerers] = await Promise.all([
      loadReviewed(tx, claimId),
      loadSettings(tx),
      answererIds(tx, claimId),
    ]);
    const reviewed = found ?? refuse(notFound("claim"));
    refuseStray(input, reviewed, settings.ratings);
    const id = newId();
    const { reviewerIds, writerIds } = reviewed;
    const reviews = reviewerIds.map((reviewerId) => ({ reviewerId }));
    await insertReview(tx, {
      ...input,
      id,
      claimId,
      reviewerId: viewer.id,
      blind: givesBlind(viewer, { claim, reviews, writerIds }, answerers),
      basisHash: basisHash(reviewed),
      givenAt: now,
    });
    await recordEvent(tx, viewer, now, {
      event: "review.given",
      subject: { kind: "review", id },
      claimId,
      body: { mark: input.mark, rating: input.rating ?? null },
    });
    await cancelIfChanged(tx, viewer, claimId, now);
    return { reviewId: id, claimId };
  });
}

/** Refuses a rating that the newsroom does not have, and evidence that is not on the claim. */
function refuseStray(input: GiveReviewInput, { evidence }: Reviewed, ratings: readonly Rating[]): void {
  if (input.rating && !ratings.some(({ code }) => code === input.rating)) refuse(unknownRating(ratings));
  const known = new Set(evidence.map(({ id }) => id));
  const stray = (input.evidenceIds ?? []).filter((id) => !known.has(id));
  if (stray.length > 0)
    refuse({
      kind: "invalid",
      code: "unknown-evidence",
      detail: "You rely on evidence that is not, or no longer, on this claim.",
      issues: stray.map((id) => ({ code: "unknown-evidence", field: "evidenceIds", message: id })),
    });
}

type NewReview = GiveReviewInput & {
  id: string;
  claimId: string;
  reviewerId: string;
  blind: boolean;
  basisHash: string;
  givenAt: Date;
};

async function insertReview(tx: Tx, of: NewReview): Promise<void> {
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO review (id, "claimId", "reviewerId", mark, rating, rationale, "evidenceIds", blind, "basisHash", "givenAt")
      VALUES (${of.id}, ${of.claimId}, ${of.reviewerId}, ${of.mark}, ${of.rating ?? null}, ${of.rationale}, ${of.evidenceIds ?? []},
        ${of.blind}, ${of.basisHash}, ${of.givenAt})`,
  );
}

/** The refusal for a rating the newsroom does not have; `allowed` lists the codes of those it has. */
export function unknownRating(ratings: readonly Rating[]) {
  const message = `This rating is not on the scale; perhaps an admin took it off. Choose ${choicesInWords(ratings.map(({ label }) => label))}.`;
  const allowed = ratings.map(({ code }) => code);
  return {
    kind: "invalid" as const,
    code: "unknown-rating",
    detail: message,
    issues: [{ code: "unknown-rating", field: "rating", message, allowed }],
  };
}

/** Says that an earlier mark still holds for the claim as it now stands: one click after the evidence changed. */
export async function reaffirmReview(
  viewer: Viewer,
  claimId: string,
  now: Date,
): Promise<Result<{ reviewId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!acceptsReviews(claim.state))
      refuse({
        kind: "invalid",
        code: "not-in-review",
        detail: `Reviews are given once the claim is in review; it is ${claim.state}.`,
      });
    const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
    const mine =
      current.dossier.reviews.find((review) => review.reviewerId === viewer.id) ??
      refuse({ kind: "invalid", code: "no-review", detail: "You have not reviewed this claim yet." });
    const known = new Set(current.dossier.evidence.map(({ id }) => id));
    const id = newId();
    await tx.review.create({
      data: {
        id,
        claimId,
        reviewerId: viewer.id,
        mark: mine.mark,
        rating: mine.rating,
        rationale: mine.rationale,
        evidenceIds: mine.evidenceIds.filter((e) => known.has(e)),
        blind: mine.blind,
        basisHash: current.basisHash,
        givenAt: now,
      },
    });
    await recordEvent(tx, viewer, now, {
      event: "review.reaffirmed",
      subject: { kind: "review", id },
      claimId,
    });
    await cancelIfChanged(tx, viewer, claimId, now);
    return { reviewId: id, claimId };
  });
}
