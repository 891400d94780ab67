import "server-only";
import type { Viewer } from "../access/viewer";
import { lockClaim } from "../claims/open-claim.server";
import { currentRevision } from "../claims/revision.server";
import type { ClaimState } from "../claims/vocabulary";
import { acceptsReviews } from "../claims/workflow";
import { choicesInWords } from "../core/choice";
import { Prisma, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { basisHash } from "../publications/basis-hash";
import { cancelIfChanged } from "../schedules/cancel-if-changed.server";
import { isOffScale, type Rating } from "../settings/ratings";
import { loadSettings } from "../settings/settings.server";
import { answererIds } from "./answerers.server";
import { givesBlind } from "./blindness";
import { loadReviewed, type Reviewed } from "./load-reviewed.server";
import type { GiveReviewInput, ReaffirmReviewInput } from "./schema";

/**
 * Gives one person's mark on the claim as it stands. A second one by the same person is a re-review and replaces the first.
 * 409 `stale` when `basisHash` is given and is not that of the claim as it stands: what it says was written for another one.
 */
export async function giveReview(
  viewer: Viewer,
  claimId: string,
  input: GiveReviewInput,
  now: Date,
): Promise<Result<{ reviewId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const [found, settings, answerers] = await Promise.all([
      loadReviewed(tx, claimId),
      loadSettings(tx),
      answererIds(tx, claimId),
    ]);
    const reviewed = found ?? refuse(notFound("claim"));
    const hash = basisHash(reviewed);
    refuseUnread(input.basisHash, hash);
    refuseClosed(claim.state);
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
      basisHash: hash,
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

/** Refuses an answer to another claim, figures or evidence than stand there now; programs need not say what they read. */
function refuseUnread(read: string | undefined, hash: string): void {
  if (read === undefined || read === hash) return;
  refuse({
    kind: "conflict",
    code: "stale",
    detail:
      "The claim, its figures or its evidence changed since you began, so nothing was noted. The claim’s history says what changed: look at them as they stand now, then answer again.",
    extra: { basisHash: hash },
  });
}

function refuseClosed(state: ClaimState): void {
  if (acceptsReviews(state)) return;
  const isPublished = state === "published";
  refuse({
    kind: "invalid",
    code: isPublished ? "open-a-correction" : "not-in-review",
    detail: isPublished
      ? "This claim is published. Open a correction to review it again."
      : `Reviews are given once the claim is in review; it is ${state}.`,
  });
}

/** Refuses a rating that the newsroom does not have, and evidence that is not on the claim. */
function refuseStray(input: GiveReviewInput, { evidence }: Reviewed, ratings: readonly Rating[]): void {
  if (isOffScale(input.rating, ratings)) refuse(unknownRating(ratings));
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

/**
 * Says that an earlier review still holds for the claim as it now stands: one click after the evidence changed. Mark, rating,
 * words and how it was given stay, so that readers are told of it what they were told before. 409 `stale` as in `giveReview`.
 */
export async function reaffirmReview(
  viewer: Viewer,
  claimId: string,
  input: ReaffirmReviewInput,
  now: Date,
): Promise<Result<{ reviewId: string; claimId: string }>> {
  return runCommand(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
    const { dossier, settings } = current;
    refuseUnread(input.basisHash, current.basisHash);
    refuseClosed(claim.state);
    const mine =
      dossier.reviews.find((review) => review.reviewerId === viewer.id) ??
      refuse({ kind: "invalid", code: "no-review", detail: "You have not reviewed this claim yet." });
    if (isOffScale(mine.rating, settings.ratings)) refuse(ratingIsGone);
    const known = new Set(dossier.evidence.map(({ id }) => id));
    const id = newId();
    await insertReview(tx, {
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

const ratingIsGone = {
  kind: "invalid",
  code: "unknown-rating",
  detail:
    "The rating that you proposed is no longer on the scale, so your review cannot stay as it is. Review again, with another rating or with none.",
} as const;
