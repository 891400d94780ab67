import type { DossierReply } from "../../claims/dossier";
import { foldedWords } from "../../quotes/fold";
import { leavesRoom } from "../leaves-room";
import type { Checker } from "./check";
import { gateIssue } from "./check";

/** The draft has a rating, one that the scale still has. */
export const ratingMissing: Checker = (context) => {
  if (context.rating) return [];
  const chosen = context.dossier.verdict.rating;
  const message = chosen
    ? `The rating “${chosen}” is no longer on the scale. Choose another.`
    : "Choose a rating.";
  return [gateIssue(context, "rating-missing", "verdict.rating", message)];
};

/** The draft has a finding. */
export const findingMissing: Checker = (context) =>
  context.dossier.verdict.finding.trim() === ""
    ? [gateIssue(context, "finding-missing", "verdict.finding", "Write the finding in one sentence.")]
    : [];

/** Two people reviewed, one of whom wrote nothing of the revision; on a one-person desk, one, whoever it is. */
export const reviewMissing: Checker = (context) => {
  const { currentReviews, dossier, settings } = context;
  const needed = settings.onePersonDesk ? 1 : 2;
  const missing = needed - currentReviews.length;
  const hasOutsider = currentReviews.some((review) => !dossier.authorIds.includes(review.reviewerId));
  if (missing > 0) {
    const message = `${missing === 1 ? "One more review is" : "Two reviews are"} needed${
      hasOutsider || settings.onePersonDesk ? "" : ", one of them by somebody who wrote none of this"
    }.`;
    return [gateIssue(context, "review-missing", "reviews", message)];
  }
  if (hasOutsider || settings.onePersonDesk) return [];
  const message = "Everyone who reviewed also wrote some of this. Ask somebody who did not for a review.";
  return [gateIssue(context, "review-missing", "reviews", message)];
};

/** Each reviewer's mark fits the rating, or the draft says how the difference was settled. */
export const ratingAgainstMarks: Checker = (context) => {
  const { rating, currentReviews, dossier } = context;
  if (!rating || dossier.verdict.reconciliation.trim() !== "") return [];
  const against = currentReviews.filter((review) => !rating.marks.includes(review.mark));
  if (against.length === 0) return [];
  const who = against.map((review) => `${review.reviewerName} found “${review.mark}”`).join(", ");
  const message = `${who}, which does not fit “${rating.label}”. Talk, then write how you settled it.`;
  return [gateIssue(context, "rating-against-marks", "verdict.reconciliation", message)];
};

/** A correction is not called less than what it changes: the class was compared with the changes before. */
export const classTooLight: Checker = (context) =>
  context.classProblem ? [gateIssue(context, "class-too-light", "class", context.classProblem)] : [];

/** Whoever signs wrote nothing of the revision. Nobody is asked while it is not known who would sign. */
export const fourEyes: Checker = (context) => {
  const { signerId, dossier } = context;
  if (signerId === null || !dossier.authorIds.includes(signerId)) return [];
  const message = "You wrote some of this. Another editor has to sign.";
  return [gateIssue(context, "four-eyes", "signer", message)];
};

/** Each reviewer's latest review was given on the claim, figures and evidence as they are now. */
export const reviewOutdated: Checker = (context) =>
  context.currentReviews
    .filter((review) => review.basisHash !== context.basisHash)
    .map((review) => {
      const message = `The claim, its figures or its evidence changed after ${review.reviewerName}’s review. Ask for it to be re-affirmed.`;
      return gateIssue(context, "review-outdated", `reviews.${review.id}`, message);
    });

/** Why the gate asks nobody for a reply to the claim itself. */
export type NoReplyAsked = "first-findings" | "no-claimant";

/** First findings may wait for the answer, and a claim that nobody is known to have made has nobody to be asked; else null. */
export function whyNoReplyIsAsked(claim: {
  provisional: boolean;
  claimant: string | null;
}): NoReplyAsked | null {
  if (claim.provisional) return "first-findings";
  return claim.claimant ? null : "no-claimant";
}

/** First findings may wait for the answer; afterwards everyone asked has answered, or has had until the deadline. */
export const replyNotAsked: Checker = (context) => {
  const { dossier, now } = context;
  const { claim, replies } = dossier;
  const notAsked = whyNoReplyIsAsked(claim);
  if (notAsked === "first-findings") return [];
  const waiting = replies
    .filter((reply) => !isSettled(reply, now))
    .map((reply) => {
      const message = waitingWords(reply);
      return gateIssue(context, "reply-not-asked", `replies.${reply.id}`, message);
    });
  const isClaimantAsked =
    notAsked === "no-claimant" ||
    replies.some((reply) => reply.role === "claimant" || sameName(reply.asked, claim.claimant!));
  if (isClaimantAsked) return waiting;
  const message = `${claim.claimant} made the claim and was not asked. Ask for a reply and log it.`;
  return [gateIssue(context, "reply-not-asked", "replies", message), ...waiting];
};

function waitingWords({ asked, outcome, deadlineAt }: DossierReply): string {
  if (deadlineAt === null) return `${asked} has not answered. Log the answer, or set a deadline.`;
  return outcome === "no-reply"
    ? `${asked} is noted as not having replied, but may answer until the deadline. Wait, or log the answer.`
    : `${asked} has not answered and the deadline has not passed. Wait, or log the answer.`;
}

/** Whoever is criticised and made the claim was asked once, whichever of the two was noted. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => foldedWords(name).toLowerCase();
  return plain(a) === plain(b);
}

/** Silence is an outcome once the time to answer is over: nobody has failed to reply by a deadline that lies ahead. */
function isSettled({ outcome, deadlineAt }: DossierReply, now: string): boolean {
  if (outcome === "replied" || outcome === "declined") return true;
  return deadlineAt === null ? outcome === "no-reply" : Date.parse(deadlineAt) <= Date.parse(now);
}

/** First findings are rated with something that leaves room for more: see `leavesRoom`. */
export const provisionalRating: Checker = (context) => {
  const { rating, ratings, dossier } = context;
  if (!dossier.claim.provisional || !rating || leavesRoom(rating, ratings)) return [];
  const message = `First findings cannot be rated “${rating.label}”. Choose a rating that leaves room, or finish the check.`;
  return [gateIssue(context, "provisional-rating", "verdict.rating", message)];
};

/** Readers would be promised an update at a time that is over when they read it. */
export const nextUpdatePassed: Checker = (context) => {
  const { dossier, now } = context;
  const { provisional, nextUpdateAt, state } = dossier.claim;
  // What is published keeps its promise, kept or broken, until it is corrected.
  if (!provisional || nextUpdateAt === null || state === "published") return [];
  if (Date.parse(nextUpdateAt) > Date.parse(now)) return [];
  const message =
    "The time for the next update is over. Promise a later one, leave it open, or finish the check.";
  return [gateIssue(context, "next-update-passed", "nextUpdateAt", message)];
};
