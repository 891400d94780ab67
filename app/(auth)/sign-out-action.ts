"use server";

import { redirect } from "next/navigation";
import { takeSession } from "@/lib/accounts/browser-session.server";
import { postedFromHere } from "@/lib/core/form-action.server";

/** Ends the session behind this browser's cookie and the cookie; a form posted from another site changes nothing. */
export async function signOutAction(): Promise<void> {
  if (!(await postedFromHere())) redirect("/desk");
  await takeSession(new Date());
  redirect("/sign-in");
}
