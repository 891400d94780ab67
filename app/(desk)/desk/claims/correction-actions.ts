"use server";

import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { empty } from "@/lib/core/api-shapes";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import {
  abandonCorrection as runAbandonCorrection,
  changeCorrection as runChangeCorrection,
} from "@/lib/publications/commands/change-correction";
import { openCorrection as runOpenCorrection } from "@/lib/publications/commands/open-correction";
import { changeCorrectionSchema, openCorrectionSchema } from "@/lib/publications/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk } from "../refresh-desk";

const read = (form: FormData) => ({
  id: filled(form, "claimId"),
  input: present({ class: filled(form, "class"), reason: form.get("reason") ?? "" }),
});
const backToClaim = ({ claimId }: { claimId: string }) => redirect(places.claim(claimId));

export const openCorrection = formAction({
  action: "correction.open",
  schema: about(openCorrectionSchema),
  read,
  command: (viewer, { id, input }, now) => runOpenCorrection(viewer, id, input, now),
  after: backToClaim,
});

/** Fields: claimId, class, reason, asRead. */
export const changeCorrection = formAction({
  action: "correction.open",
  schema: about(changeCorrectionSchema),
  read: (form) => {
    const { id, input } = read(form);
    return { id, input: present({ ...input, expected: readAsRead(form) }) };
  },
  command: (viewer, { id, input }, now) => runChangeCorrection(viewer, id, input, now),
  after: refreshDesk,
  goTo: ({ claimId }) => places.claim(claimId),
  undo: ({ entryId }) => undoEntry("Correction changed.", entryId),
});

export const abandonCorrection = formAction({
  action: "correction.open",
  schema: about(empty),
  read: (form) => ({ id: filled(form, "claimId"), input: {} }),
  command: (viewer, { id }, now) => runAbandonCorrection(viewer, id, now),
  after: backToClaim,
});
