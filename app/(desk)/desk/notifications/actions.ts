"use server";

import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { markNewsRead as runMarkNewsRead } from "@/lib/notifications/commands";
import { newsMarkSchema } from "@/lib/notifications/schema";
import { refreshDesk } from "../refresh-desk";

/** Fields: upTo, the id of the newest line that was shown; snapshot, what had come when the list was made. */
export const markNewsRead = formAction({
  action: "desk.read",
  schema: newsMarkSchema,
  read: (form) => ({ upTo: filled(form, "upTo"), snapshot: filled(form, "snapshot") }),
  command: runMarkNewsRead,
  after: refreshDesk,
});
