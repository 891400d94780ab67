"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { reaffirmReview } from "@/lib/reviews/commands";
import { reaffirmReviewSchema } from "@/lib/reviews/schema";
import { writeVerdict } from "@/lib/verdicts/commands";
import { reconcileSchema } from "@/lib/verdicts/schema";
import { undoDraft } from "../offer-undo";
import { refreshDesk, showIfStale } from "../refresh-desk";

/** That somebody's own review still holds, unchanged, for what the claim and its evidence are now. Fields: claimId, basisHash. */
export const reaffirm = formAction({
  action: "review.give",
  schema: about(reaffirmReviewSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({ basisHash: filled(form, "basisHash") }),
  }),
  command: (viewer, { id, input }, now) => showIfStale(reaffirmReview(viewer, id, input, now)),
  after: refreshDesk,
});

/** How reviews that differ were settled: the rating and why, with the version that was read. Nothing else of the draft changes. */
export const reconcile = formAction({
  action: "verdict.write",
  schema: about(reconcileSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: {
      rating: filled(form, "rating") ?? "",
      reconciliation: String(form.get("reconciliation") ?? ""),
      version: wholeNumber(form, "version"),
    },
  }),
  command: (viewer, { id, input }, now) => writeVerdict(viewer, id, input, now),
  after: refreshDesk,
  undo: (written, { input }) => undoDraft(written, input.version),
});
