"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentViewer } from "@/lib/access/viewer.server";
import { giveSession } from "@/lib/accounts/browser-session.server";
import { countEntry } from "@/lib/accounts/client-key.server";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { startOidc, type OidcStart } from "@/lib/accounts/oidc-start.server";
import { publicForm } from "@/lib/accounts/public-form.server";
import { signInSchema } from "@/lib/accounts/schema";
import { noteStepUpAsked } from "@/lib/accounts/sessions.server";
import { signInWithPassword } from "@/lib/accounts/sign-in.server";
import { postedFromHere } from "@/lib/core/form-action.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";

/** Signs in with e-mail and password; fields: email, password, next. */
export const signIn = publicForm({
  schema: signInSchema,
  read: (form) => ({ email: "", ...fieldsOf(form, "email", "password") }),
  command: async (input, sender, now) => {
    const allowed = await countEntry(sender, now);
    return allowed.ok ? signInWithPassword(input, sender, now) : allowed;
  },
  after: async (entered, form) => {
    await giveSession(entered, new Date());
    const next = safeReturnPath(form.get("next"));
    redirect(entered.codeDue ? `/sign-in/code?from=${encodeURIComponent(next)}` : next);
  },
});

/** Goes to the newsroom's own sign-in; works without scripts. */
export async function signInElsewhere(form: FormData): Promise<void> {
  if (!(await postedFromHere())) redirect("/sign-in");
  await goToProvider(await startOidc(safeReturnPath(form.get("next"))));
}

/** The same to prove again who is at the browser: the provider is told to ask, and comes back to a page that says so. */
export async function confirmElsewhere(): Promise<void> {
  const viewer = await currentViewer();
  if (!(await postedFromHere()) || viewer?.via.kind !== "session") redirect("/sign-in");
  await noteStepUpAsked(viewer.via.sessionId, new Date());
  await goToProvider(await startOidc("/sign-in/confirm?done=1", { asksAgain: true }));
}

async function goToProvider(started: OidcStart): Promise<never> {
  const jar = await cookies();
  for (const cookie of started.cookies) jar.set(cookie);
  redirect(started.location);
}
