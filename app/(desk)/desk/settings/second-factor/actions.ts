"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { renewRecoveryCodes, turnOffSecondFactor } from "@/lib/accounts/commands/second-factor";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formActionShowing } from "@/lib/accounts/form-action-showing.server";
import { againSchema } from "@/lib/accounts/schema";
import { formAction } from "@/lib/core/form-action.server";

const page = "/desk/settings/second-factor";

/** Fields: password, code. Answers `values.codes`, once. */
export const renewCodes = formActionShowing(
  {
    action: "own.account",
    schema: againSchema,
    read: (form) => fieldsOf(form, "password", "code"),
    command: renewRecoveryCodes,
    after: () => revalidatePath(page),
  },
  ({ codes }) => ({ codes: codes.join("\n") }),
);

/** Fields: password, code. */
export const turnOff = formAction({
  action: "own.account",
  schema: againSchema,
  read: (form) => fieldsOf(form, "password", "code"),
  command: turnOffSecondFactor,
  after: () => redirect(page),
});
