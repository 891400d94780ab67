"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { lookedAgain } from "@/lib/shelf-life/commands/look-again";
import { lookedAgainSchema } from "@/lib/shelf-life/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk } from "../refresh-desk";

/** Somebody looked again and nothing changed. Fields: claimId, note, next. */
export const lookAgain = formAction({
  action: "shelf-life.look",
  schema: about(lookedAgainSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({ note: filled(form, "note"), next: filled(form, "next") }),
  }),
  command: (viewer, { id, input }, now) => lookedAgain(viewer, id, input, now),
  after: () => {
    refreshDesk();
    return "Noted, with your name.";
  },
  undo: ({ entryId }) => undoEntry("Noted that you looked again.", entryId),
});
