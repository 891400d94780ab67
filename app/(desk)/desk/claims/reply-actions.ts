"use server";

import { z } from "zod";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";
import { emptied, filled, present, typedTime } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { askReply, editReply, remindReply } from "@/lib/replies/commands";
import { askReplySchema, editReplySchema, remindReplySchema, replyFieldsSchema } from "@/lib/replies/schema";
import {
  restoreReply as runRestoreReply,
  withdrawReply as runWithdrawReply,
} from "@/lib/replies/withdraw-reply.server";
import { undoEntry } from "../offer-undo";
import { refreshDesk, showIfStale } from "../refresh-desk";

const onlyId = z.strictObject({ id: z.string().min(1).max(60) });

export const addReplyRequest = formAction({
  action: "claim.write",
  schema: about(askReplySchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({
      asked: form.get("asked") ?? "",
      role: filled(form, "role"),
      how: form.get("how") ?? "",
      question: filled(form, "question"),
      askedAt: typedTime(form, "askedAt"),
      deadlineAt: typedTime(form, "deadlineAt"),
    }),
  }),
  // Left empty, the time is now.
  command: (viewer, { id, input }, now) =>
    askReply(viewer, id, { askedAt: now.toISOString(), ...input }, now),
  after: refreshDesk,
  undo: ({ id }) => ({ words: "Request logged.", act: "withdraw-reply", fields: { replyId: id } }),
});

/** Fields: replyId, outcome, reply, repliedAt, asRead. */
export const settleReply = formAction({
  action: "claim.write",
  schema: about(editReplySchema),
  read: (form) => ({
    id: filled(form, "replyId"),
    input: present({
      outcome: filled(form, "outcome"),
      reply: emptied(form, "reply"),
      repliedAt: typedTime(form, "repliedAt"),
      expected: readAsRead(form),
    }),
  }),
  command: (viewer, { id, input }, now) => editReply(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Reply noted.", entryId),
});

export const remind = formAction({
  action: "claim.write",
  schema: about(remindReplySchema),
  read: (form) => ({
    id: filled(form, "replyId"),
    input: present({
      how: form.get("how") ?? "",
      sentAt: typedTime(form, "sentAt"),
      deadlineAt: typedTime(form, "deadlineAt"),
    }),
  }),
  command: (viewer, { id, input }, now) =>
    remindReply(viewer, id, { sentAt: now.toISOString(), ...input }, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Reminder logged.", entryId),
});

/** Fields: replyId, asRead. */
export const withdrawReply = formAction({
  action: "claim.write",
  schema: onlyId.extend({ expected: replyFieldsSchema.optional() }),
  read: (form) => ({ id: filled(form, "replyId"), expected: readAsRead(form) }),
  command: (viewer, { id, expected }, now) => showIfStale(runWithdrawReply(viewer, id, now, expected)),
  after: refreshDesk,
  undo: ({ id }) => ({ words: "Request taken back.", act: "restore-reply", fields: { replyId: id } }),
});

/** Fields: replyId. */
export const restoreReply = formAction({
  action: "claim.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "replyId") }),
  command: (viewer, { id }, now) => runRestoreReply(viewer, id, now),
  after: refreshDesk,
});
