"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled, present, typedTime } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { noteLegalRead, withdrawLegalRead } from "@/lib/legal-reads/commands";
import { noteLegalReadSchema, withdrawLegalReadSchema } from "@/lib/legal-reads/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk, showInPlace } from "../refresh-desk";

/** Fields: claimId, kind (asked or read), reader, at, draftHash. */
export const note = formAction({
  action: "claim.write",
  schema: about(noteLegalReadSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({
      kind: filled(form, "kind"),
      reader: form.get("reader") ?? "",
      at: typedTime(form, "at"),
      draftHash: filled(form, "draftHash"),
    }),
  }),
  command: (viewer, { id, input }, now) => showInPlace(noteLegalRead(viewer, id, input, now)),
  after: refreshDesk,
  undo: ({ id }) => ({
    words: "Legal read noted.",
    act: "withdraw-legal-read",
    fields: { legalReadId: id },
  }),
});

/** Fields: legalReadId. */
export const withdraw = formAction({
  action: "claim.write",
  schema: about(withdrawLegalReadSchema),
  read: (form) => ({ id: filled(form, "legalReadId"), input: {} }),
  command: (viewer, { id }, now) => withdrawLegalRead(viewer, id, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Legal read taken back.", entryId),
});
