"use server";

import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import type { UndoOffer } from "@/components/ui/form-state";
import { createClaim as runCreateClaim } from "@/lib/claims/commands/create-claim";
import { editClaim as runEditClaim } from "@/lib/claims/commands/edit-claim";
import { sendEvent } from "@/lib/claims/commands/send-event";
import { claimEventSchema, createClaimSchema, editClaimSchema } from "@/lib/claims/schema";
import type { ClaimState } from "@/lib/claims/vocabulary";
import { decideComparisonSchema } from "@/lib/attributions/schema";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { about, aboutSeveral } from "@/lib/core/form-target";
import { decideComparisons as runDecideComparisons } from "@/lib/figures/commands";
import { giveReview } from "@/lib/reviews/commands";
import { giveReviewSchema } from "@/lib/reviews/schema";
import { undoEntries, undoEntry } from "../offer-undo";
import { readClaimFields, readQuote } from "./read-forms";
import { refreshDesk, showIfStale } from "../refresh-desk";

export const createClaim = formAction({
  action: "claim.write",
  schema: createClaimSchema,
  read: (form) => ({
    ...readClaimFields(form),
    ...(filled(form, "articleId")
      ? { from: { articleId: filled(form, "articleId"), quote: readQuote(form) } }
      : {}),
  }),
  command: runCreateClaim,
  after: ({ claimId }) => redirect(places.claim(claimId)),
});

/** The same from an article that stays open: the new claim appears there. */
export const createClaimHere = formAction({
  action: "claim.write",
  schema: createClaimSchema,
  read: (form) => ({
    text: form.get("text") ?? form.get("exact"),
    from: { articleId: filled(form, "articleId"), quote: readQuote(form) },
  }),
  command: runCreateClaim,
  after: () => {
    refreshDesk();
    return "The claim is in the queue.";
  },
});

export const editClaim = formAction({
  action: "claim.write",
  schema: about(editClaimSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: { ...readClaimFields(form), version: wholeNumber(form, "version") },
  }),
  command: (viewer, { id, input }, now) => runEditClaim(viewer, id, input, now),
  after: refreshDesk,
  goTo: ({ claimId }) => places.claim(claimId),
  undo: ({ entryId }) => undoEntry("Claim changed.", entryId),
});

type Step = { claimId: string; from: ClaimState; entryId: string };

/** The event that takes a step back; none where nothing leads back to the state before it. */
function backFrom({ claimId, from, entryId }: Step, event: string): UndoOffer | undefined {
  const send = (words: string, fields: Record<string, string>): UndoOffer => ({
    ...{ words, act: "send-event" },
    fields: { claimId, takesBack: entryId, ...fields },
  });
  if (event === "decline") return send("Claim declined.", { event: "reopen", asBefore: "on" });
  if (event === "reopen") return send("Claim reopened.", { event: "decline", asBefore: "on" });
  if (event === "submit") return send("Submitted for review.", { event: "return" });
  if (event === "return" && from === "in-review") return send("Returned to research.", { event: "submit" });
  return undefined;
}

export const sendClaimEvent = formAction({
  action: "claim.event",
  schema: about(claimEventSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({
      event: filled(form, "event"),
      reason: filled(form, "reason"),
      note: filled(form, "note"),
      asBefore: form.has("asBefore") ? true : undefined,
      takesBack: filled(form, "takesBack"),
    }),
  }),
  command: (viewer, { id, input }, now) => sendEvent(viewer, id, input, now),
  after: refreshDesk,
  undo: (step, { input }) => (input.takesBack === undefined ? backFrom(step, input.event) : undefined),
});

/** Fields: claimId, mark, rating, rationale, evidenceIds (repeated), basisHash. */
export const reviewClaim = formAction({
  action: "review.give",
  schema: about(giveReviewSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({
      mark: filled(form, "mark"),
      rating: filled(form, "rating"),
      rationale: form.get("rationale") ?? "",
      evidenceIds: form.getAll("evidenceIds"),
      basisHash: filled(form, "basisHash"),
    }),
  }),
  command: (viewer, { id, input }, now) => showIfStale(giveReview(viewer, id, input, now)),
  after: refreshDesk,
});

/** Fields: comparisonId, and `also` for more of the same claim that are decided alike (repeated). */
export const decideComparison = formAction({
  action: "evidence.write",
  schema: aboutSeveral(decideComparisonSchema),
  read: (form) => ({
    id: filled(form, "comparisonId"),
    also: form.getAll("also"),
    input: present({
      class: filled(form, "class"),
      status: filled(form, "status"),
      expected: form.has("wasClass")
        ? present({
            class: filled(form, "wasClass"),
            status: filled(form, "wasStatus"),
            explanation: filled(form, "wasExplanation"),
          })
        : undefined,
      explanation: filled(form, "explanation"),
    }),
  }),
  command: (viewer, { id, also, input }, now) =>
    showIfStale(runDecideComparisons(viewer, [id, ...also], input, now)),
  after: refreshDesk,
  undo: (decided) => {
    const entryIds = decided.flatMap(({ entryId }) => entryId ?? []);
    const [only = null, ...others] = entryIds;
    return others.length === 0
      ? undoEntry("Comparison decided.", only)
      : undoEntries(`${entryIds.length} comparisons decided.`, entryIds);
  },
});
