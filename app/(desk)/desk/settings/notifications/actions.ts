"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { filled, wholeNumber } from "@/lib/core/form-fields";
import { saveChoices } from "@/lib/notifications/commands";
import { newsKinds } from "@/lib/notifications/kinds";
import { saveChoicesSchema } from "@/lib/notifications/schema";
import { undoEntry } from "../../offer-undo";

/** Fields: inApp.<kind> and byMail.<kind> (ticked or not), rhythm, hour. */
export const save = formAction({
  action: "own.account",
  schema: saveChoicesSchema,
  read: (form) => ({
    ways: Object.fromEntries(
      newsKinds.map((kind) => [
        kind,
        { inApp: form.has(`inApp.${kind}`), byMail: form.has(`byMail.${kind}`) },
      ]),
    ),
    rhythm: filled(form, "rhythm"),
    hour: wholeNumber(form, "hour") ?? 7,
  }),
  command: saveChoices,
  after: () => {
    revalidatePath("/desk/settings/notifications");
    return "Saved. It holds for what happens from now on.";
  },
  undo: ({ entryId }) => undoEntry("Notifications changed.", entryId),
});
