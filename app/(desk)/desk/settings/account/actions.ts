"use server";

import { revalidatePath } from "next/cache";
import { changeOwnPassword } from "@/lib/accounts/commands/own-account";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { changePasswordSchema } from "@/lib/accounts/schema";
import { formAction } from "@/lib/core/form-action.server";

/** Fields: password (the present one), code, newPassword. */
export const changePassword = formAction({
  action: "own.account",
  schema: changePasswordSchema,
  read: (form) => fieldsOf(form, "password", "code", "newPassword"),
  command: changeOwnPassword,
  after: ({ sessionsEnded }) => {
    revalidatePath("/desk/settings/account");
    return sessionsEnded > 0
      ? "The password is changed, and your other sessions ended."
      : "The password is changed.";
  },
});
