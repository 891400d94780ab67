"use server";

import { redirect } from "next/navigation";
import { browserSessionId } from "@/lib/access/viewer.server";
import { giveSession } from "@/lib/accounts/browser-session.server";
import { countEntry } from "@/lib/accounts/client-key.server";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { publicForm } from "@/lib/accounts/public-form.server";
import { codeSchema } from "@/lib/accounts/schema";
import { signInWithCode } from "@/lib/accounts/sign-in.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";

/** The second step of signing in; fields: code, next. */
export const giveCode = publicForm({
  schema: codeSchema,
  read: (form) => fieldsOf(form, "code"),
  command: async (input, sender, now) => {
    const allowed = await countEntry(sender, now);
    return allowed.ok ? signInWithCode(await browserSessionId(), input.code, sender, now) : allowed;
  },
  after: async (entered, form) => {
    await giveSession(entered, new Date());
    redirect(safeReturnPath(form.get("next")));
  },
});
