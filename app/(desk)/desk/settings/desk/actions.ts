"use server";

import { formAction } from "@/lib/core/form-action.server";
import { wholeNumber } from "@/lib/core/form-fields";
import { saveDesk } from "@/lib/settings/commands";
import { saveDeskSchema } from "@/lib/settings/schema";
import { undoEntry } from "../../offer-undo";
import { refreshDesk } from "../../refresh-desk";

/** Fields: showsSearches, internsSeeOwn, version. */
export const save = formAction({
  action: "settings.write",
  schema: saveDeskSchema,
  read: (form) => ({
    showsSearches: form.has("showsSearches"),
    internsSeeOwn: form.has("internsSeeOwn"),
    version: wholeNumber(form, "version"),
  }),
  command: saveDesk,
  after: () => {
    refreshDesk();
    return "Saved, and logged.";
  },
  undo: ({ entryId }) => undoEntry("Settings of the desk changed.", entryId),
});
