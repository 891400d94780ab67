"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { markNewsRead as runMarkNewsRead } from "@/lib/notifications/commands";
import { markReadSchema } from "@/lib/notifications/schema";

/** Fields: upTo, the id of the newest line that was shown. */
export const markNewsRead = formAction({
  action: "desk.read",
  schema: markReadSchema,
  read: (form) => ({ upTo: filled(form, "upTo") }),
  command: runMarkNewsRead,
  after: () => revalidatePath("/desk", "layout"),
});
