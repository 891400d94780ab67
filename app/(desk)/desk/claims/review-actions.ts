"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { writeVerdict } from "@/lib/verdicts/commands";
import { reconcileSchema } from "@/lib/verdicts/schema";
import { undoDraft } from "../offer-undo";
import { refreshDesk } from "../refresh-desk";

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
