"use server";

import { redirect } from "next/navigation";
import { giveSession } from "@/lib/accounts/browser-session.server";
import { countEntry } from "@/lib/accounts/client-key.server";
import { acceptInvitation } from "@/lib/accounts/commands/accept-invitation";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { publicForm } from "@/lib/accounts/public-form.server";
import { acceptInvitationSchema } from "@/lib/accounts/schema";

/** Uses a single-use link; fields: secret, name, email (when the link names none), password. */
export const accept = publicForm({
  schema: acceptInvitationSchema,
  read: (form) => fieldsOf(form, "secret", "email", "name", "password"),
  command: async (input, sender, now) => {
    const allowed = await countEntry(sender, now);
    return allowed.ok ? acceptInvitation(input, sender, now) : allowed;
  },
  after: async (entered) => {
    await giveSession(entered, new Date());
    redirect("/desk");
  },
});
