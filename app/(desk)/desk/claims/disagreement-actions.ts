"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import {
  dismissSuggestion as runDismiss,
  markDisagreement as runMark,
} from "@/lib/disagreements/commands/mark-disagreement";
import { settleDisagreement as runSettle } from "@/lib/disagreements/commands/settle-disagreement";
import {
  dismissSuggestionSchema,
  markDisagreementSchema,
  settleDisagreementSchema,
} from "@/lib/disagreements/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk } from "../refresh-desk";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Fields: claimId, a, b, why. */
export const markDisagreement = formAction({
  action: "evidence.write",
  schema: about(markDisagreementSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: { a: text(form, "a"), b: text(form, "b"), why: text(form, "why") },
  }),
  command: (viewer, { id, input }, now) => runMark(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Marked as disagreeing.", entryId),
});

/** Fields: claimId, a, b, why, reason. */
export const dismissSuggestion = formAction({
  action: "evidence.write",
  schema: about(dismissSuggestionSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: {
      a: text(form, "a"),
      b: text(form, "b"),
      why: text(form, "why"),
      reason: text(form, "reason"),
    },
  }),
  command: (viewer, { id, input }, now) => runDismiss(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Suggestion set aside.", entryId),
});

/** Fields: disagreementId, status, reason. */
export const settleDisagreement = formAction({
  action: "evidence.write",
  schema: about(settleDisagreementSchema),
  read: (form) => ({
    id: filled(form, "disagreementId"),
    input: { status: filled(form, "status"), reason: text(form, "reason") },
  }),
  command: (viewer, { id, input }, now) => runSettle(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Disagreement settled.", entryId),
});
