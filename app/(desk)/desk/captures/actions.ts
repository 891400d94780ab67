"use server";

import { expungeCapture } from "@/lib/captures/commands";
import { expungeSchema } from "@/lib/captures/schema";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { refreshDesk } from "../refresh-desk";

export const expunge = formAction({
  action: "capture.expunge",
  schema: about(expungeSchema),
  read: (form) => ({ id: filled(form, "captureId"), input: present({ reason: filled(form, "reason") }) }),
  command: (viewer, { id, input }, now) => expungeCapture(viewer, id, input, now),
  after: refreshDesk,
});
