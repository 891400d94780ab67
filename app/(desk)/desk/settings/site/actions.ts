"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { saveSite } from "@/lib/settings/commands";
import { saveSiteSchema } from "@/lib/settings/schema";
import { undoEntry } from "../../offer-undo";

/** Fields: name, language, label, timeZone, version. */
export const save = formAction({
  action: "settings.write",
  schema: saveSiteSchema,
  read: (form) => {
    const fields = fieldsOf(form, "name", "language", "label", "timeZone", "version");
    return { name: "", ...fields, label: fields.label ?? null, version: Number(fields.version) };
  },
  command: saveSite,
  after: () => {
    revalidatePath("/desk/settings/site");
    return "Saved. Readers' pages follow within a minute.";
  },
  undo: ({ entryId }) => undoEntry("Settings of the newsroom changed.", entryId),
});
