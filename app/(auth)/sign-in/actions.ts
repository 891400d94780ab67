"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { giveSession } from "@/lib/accounts/browser-session.server";
import { countTry, signInTries } from "@/lib/accounts/client-key.server";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { startOidc } from "@/lib/accounts/oidc-start.server";
import { publicForm } from "@/lib/accounts/public-form.server";
import { signInSchema } from "@/lib/accounts/schema";
import { signInWithPassword } from "@/lib/accounts/sign-in.server";
import { postedFromHere } from "@/lib/core/form-action.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";

/** Signs in with e-mail and password; fields: email, password, next. */
export const signIn = publicForm({
  schema: signInSchema,
  read: (form) => ({ email: "", ...fieldsOf(form, "email", "password") }),
  command: async (input, sender, now) => {
    const allowed = await countTry("sign-in", sender.client, signInTries, now);
    return allowed.ok ? signInWithPassword(input, sender.userAgent, now) : allowed;
  },
  after: async ({ sessionId }, form) => {
    await giveSession(sessionId, new Date());
    redirect(safeReturnPath(form.get("next")));
  },
});

/** Goes to the newsroom's own sign-in; works without scripts. */
export async function signInElsewhere(form: FormData): Promise<void> {
  if (!(await postedFromHere())) redirect("/sign-in");
  const started = await startOidc(safeReturnPath(form.get("next")));
  const jar = await cookies();
  for (const cookie of started.cookies) jar.set(cookie);
  redirect(started.location);
}
