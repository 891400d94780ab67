"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { wholeNumber } from "@/lib/core/form-fields";
import { saveWatch } from "@/lib/settings/commands";
import { saveWatchSchema } from "@/lib/settings/schema";
import { undoEntry } from "../../offer-undo";

/** Fields: isOn, maxPerRun, hostDelaySeconds, freshHours, recentHours, settledHours, oldHours, version. */
export const save = formAction({
  action: "settings.write",
  schema: saveWatchSchema,
  read: (form) => ({
    isOn: form.get("isOn") === "on",
    maxPerRun: wholeNumber(form, "maxPerRun"),
    hostDelaySeconds: wholeNumber(form, "hostDelaySeconds"),
    freshHours: wholeNumber(form, "freshHours"),
    recentHours: wholeNumber(form, "recentHours"),
    settledHours: wholeNumber(form, "settledHours"),
    oldHours: wholeNumber(form, "oldHours"),
    version: Number(form.get("version")),
  }),
  command: saveWatch,
  after: () => {
    revalidatePath("/desk/settings/watch");
    return "Saved, and logged. Pages that are planned already keep their time.";
  },
  undo: ({ entryId }) => undoEntry("Watch of sources changed.", entryId),
});
