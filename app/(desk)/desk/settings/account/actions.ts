"use server";

import { revalidatePath } from "next/cache";
import { changeOwnName } from "@/lib/accounts/commands/name-people";
import { changeOwnPassword } from "@/lib/accounts/commands/own-account";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { changeOwnNameSchema, changePasswordSchema } from "@/lib/accounts/schema";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";

/** Fields: name, asRead, password, code. */
export const changeName = formAction({
  action: "own.account",
  schema: changeOwnNameSchema,
  read: (form) => ({ ...fieldsOf(form, "name", "password", "code"), expected: readAsRead(form) }),
  command: changeOwnName,
  after: ({ isChanged }) => {
    revalidatePath("/desk", "layout");
    return isChanged ? "Your name is changed." : "That is your name already.";
  },
});

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
