"use server";

import { revalidatePath } from "next/cache";
import { mintToken, revokeToken } from "@/lib/accounts/commands/own-account";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formActionShowing } from "@/lib/accounts/form-action-showing.server";
import { mintTokenSchema, tokenIdSchema } from "@/lib/accounts/schema";
import { formAction } from "@/lib/core/form-action.server";

/** Fields: name, scopes (repeated), days, password, code. Answers `values.token`, once, with `about` and `until`. */
export const mint = formActionShowing(
  {
    action: "own.account",
    schema: mintTokenSchema,
    read: (form) => {
      const { days, ...fields } = fieldsOf(form, "name", "days", "password", "code");
      return { ...fields, scopes: form.getAll("scopes"), ...(days ? { days: Number(days) } : {}) };
    },
    command: mintToken,
    after: () => revalidatePath("/desk/settings/tokens"),
  },
  ({ token, expiresAt }, { name, scopes }) => ({
    token,
    about: `For ${name}, which may ${scopes.join(", ")} for you`,
    until: expiresAt.toISOString(),
  }),
);

/** Fields: tokenId. */
export const revoke = formAction({
  action: "own.account",
  schema: tokenIdSchema,
  read: (form) => fieldsOf(form, "tokenId"),
  command: revokeToken,
  after: () => revalidatePath("/desk/settings/tokens"),
});
