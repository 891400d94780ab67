"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { places } from "@/components/layout/places";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formAction, type FormState } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { decideTip } from "@/lib/tips/commands";
import { reopenTip as runReopenTip } from "@/lib/tips/reopen-tip.server";
import { decideTipSchema } from "@/lib/tips/schema";

/** Fields: decision (choose or decline), reason, note, text, claimId. The tip is bound by the page. */
export async function decide(tipId: string, state: FormState, form: FormData): Promise<FormState> {
  const action = formAction({
    action: "tip.decide",
    schema: decideTipSchema,
    read: (posted) => fieldsOf(posted, "decision", "reason", "note", "text", "claimId"),
    command: async (viewer, input, now) =>
      decideTip(viewer, await asNamedTo(viewer, String(tipId)), input, now),
    after: ({ claimId }) => {
      revalidatePath(places.tips);
      if (claimId) redirect(places.claim(claimId));
    },
    undo: () => ({ words: "Tip declined.", act: "reopen-tip", fields: { tipId: String(tipId) } }),
  });
  return action(state, form);
}

/** Fields: tipId. */
export const reopenTip = formAction({
  action: "tip.decide",
  schema: z.strictObject({ id: z.string().min(1).max(60) }),
  read: (form) => ({ id: filled(form, "tipId") }),
  command: (viewer, { id }, now) => runReopenTip(viewer, id, now),
  after: () => revalidatePath(places.tips),
});
