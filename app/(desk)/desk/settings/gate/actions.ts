"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, typedList } from "@/lib/core/form-fields";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { saveGate } from "@/lib/settings/commands";
import { saveGateSchema } from "@/lib/settings/schema";

/** Fields: originsNeeded, onePersonDesk, legalRead, legalReadTopics (one a line), version, password, code. */
export const save = formAction({
  action: "settings.write",
  schema: saveGateSchema,
  read: (form) => {
    const { originsNeeded, version, ...fields } = fieldsOf(
      form,
      "originsNeeded",
      "version",
      "password",
      "code",
    );
    return {
      ...fields,
      ...present({
        legalRead: filled(form, "legalRead"),
        legalReadTopics: typedList(form, "legalReadTopics"),
      }),
      originsNeeded: originsNeeded === undefined ? undefined : Number(originsNeeded),
      version: Number(version),
      onePersonDesk: form.get("onePersonDesk") === "on",
    };
  },
  command: saveGate,
  after: () => {
    revalidatePath("/desk/settings/gate");
    return "Saved, and logged.";
  },
});
