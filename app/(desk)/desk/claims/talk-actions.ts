"use server";

import { z } from "zod";
import { assignClaim } from "@/lib/claims/commands/assign-claim";
import { watchClaim } from "@/lib/claims/commands/watch-claim";
import { addCommentSchema, assignClaimSchema, watchClaimSchema } from "@/lib/claims/work-schema";
import { addComment, settleComment as runSettleComment } from "@/lib/comments/commands";
import { toldWords } from "@/lib/comments/told-words";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { undoEntry } from "../offer-undo";
import { refreshDesk, showInPlace } from "../refresh-desk";

export const comment = formAction({
  action: "comment.write",
  schema: about(addCommentSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: { text: form.get("text") ?? "" } }),
  command: (viewer, { id, input }, now) => addComment(viewer, id, input, now),
  after: (said) => {
    refreshDesk();
    return toldWords(said);
  },
  undo: ({ entryId }, { id, input }) => ({
    ...undoEntry("Comment sent.", entryId),
    // Nothing of it stays on the desk: whoever wrote it has it in the form again, also where no answer tells them so.
    unsent: { place: `comment:${id}`, fields: [["text", input.text]] },
  }),
});

/** Fields: commentId, resolved ("true" or "false"). */
export const settleComment = formAction({
  action: "comment.write",
  schema: z.strictObject({ id: z.string().min(1).max(60), isResolved: z.boolean() }),
  read: (form) => ({ id: filled(form, "commentId"), isResolved: form.get("resolved") === "true" }),
  command: (viewer, { id, isResolved }, now) => runSettleComment(viewer, id, isResolved, now),
  after: refreshDesk,
  undo: ({ id }, { isResolved }) =>
    isResolved
      ? { words: "Comment resolved.", act: "settle-comment", fields: { commentId: id, resolved: "false" } }
      : undefined,
});

/** Fields: claimId, assignee (an account's id, or empty for nobody), was (who had it). */
export const assign = formAction({
  action: "claim.write",
  schema: about(assignClaimSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: {
      assigneeId: filled(form, "assignee") ?? null,
      ...(form.has("was") ? { was: filled(form, "was") ?? null } : {}),
    },
  }),
  command: (viewer, { id, input }, now) => showInPlace(assignClaim(viewer, id, input, now)),
  after: refreshDesk,
  undo: ({ claimId, was }, { input }) =>
    was === input.assigneeId
      ? undefined
      : {
          words: input.assigneeId ? "Claim given." : "The claim is with nobody now.",
          act: "assign",
          fields: { claimId, assignee: was ?? "", was: input.assigneeId ?? "" },
        },
});

/** Fields: claimId, state (watching, muted, usual). */
export const watch = formAction({
  action: "desk.read",
  schema: about(watchClaimSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: { state: filled(form, "state") } }),
  command: (viewer, { id, input }, now) => watchClaim(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ claimId, was }, { input }) =>
    was === input.state || input.state === "usual"
      ? undefined
      : {
          words: input.state === "watching" ? "You watch this claim." : "You do not watch this claim.",
          act: "watch",
          fields: { claimId, state: was },
        },
});
