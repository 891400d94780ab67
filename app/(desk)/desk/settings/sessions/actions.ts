"use server";

import { revalidatePath } from "next/cache";
import { endOtherSessions, endSession } from "@/lib/accounts/commands/end-session";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { nothingSchema, sessionIdSchema } from "@/lib/accounts/schema";
import { formAction } from "@/lib/core/form-action.server";

/** Fields: sessionId. */
export const end = formAction({
  action: "own.account",
  schema: sessionIdSchema,
  read: (form) => fieldsOf(form, "sessionId"),
  command: endSession,
  after: () => revalidatePath("/desk/settings/sessions"),
});

export const endOthers = formAction({
  action: "own.account",
  schema: nothingSchema,
  read: () => ({}),
  command: endOtherSessions,
  after: ({ count }) => {
    revalidatePath("/desk/settings/sessions");
    return count === 1 ? "One session ended." : `${count} sessions ended.`;
  },
});
