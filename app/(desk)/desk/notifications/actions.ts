"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formAction } from "@/lib/core/form-action.server";
import { markNewsRead as runMarkNewsRead } from "@/lib/notifications/commands";

export const markNewsRead = formAction({
  action: "desk.read",
  schema: z.strictObject({}),
  read: () => ({}),
  command: (viewer, _input, now) => runMarkNewsRead(viewer, now),
  after: () => revalidatePath("/desk", "layout"),
});
