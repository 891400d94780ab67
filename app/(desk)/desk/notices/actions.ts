"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { places } from "@/components/layout/places";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, proofOf, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { ok, type Result } from "@/lib/core/result";
import {
  dismissPrepared as runDismissPrepared,
  editPrepared,
  signPrepared,
} from "@/lib/notices/commands/decide-prepared";
import { dismissNoticeSchema, preparedNoticeSchema } from "@/lib/publications/schema";
import { undoEntry } from "../offer-undo";
import { refreshDesk, showIfStale } from "../refresh-desk";

/** Fields: preparedId, version, besideVersion, kind, text, intent (sign, show); password, to sign. What is shown is kept as the draft. */
export const decidePrepared = formAction({
  action: "notice.sign",
  schema: z.strictObject({
    id: z.string().min(1).max(60),
    input: preparedNoticeSchema,
    intent: z.enum(["sign", "show"]),
    password: z.string().max(1000),
    code: z.string().max(60).optional(),
  }),
  read: (form) => ({
    id: filled(form, "preparedId"),
    input: present({
      kind: filled(form, "kind"),
      text: form.get("text") ?? "",
      version: wholeNumber(form, "version"),
      besideVersion: wholeNumber(form, "besideVersion"),
    }),
    intent: filled(form, "intent") ?? "sign",
    ...proofOf(form),
  }),
  command: async (viewer, { id, input, intent, ...given }, now): Promise<Result<{ slug: string | null }>> => {
    if (intent === "show") {
      const kept = await editPrepared(viewer, id, input, now);
      return kept.ok ? ok({ slug: null }) : kept;
    }
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? showIfStale(signPrepared(sure.value, id, input, now)) : sure;
  },
  after: ({ slug }, { id }) => {
    refreshDesk();
    redirect(slug === null ? places.preparedNotice(id) : places.publication(slug));
  },
});

/** Fields: preparedId, reason. */
export const dismissPrepared = formAction({
  action: "notice.sign",
  schema: about(dismissNoticeSchema),
  read: (form) => ({ id: filled(form, "preparedId"), input: { reason: form.get("reason") ?? "" } }),
  command: (viewer, { id, input }, now) => runDismissPrepared(viewer, id, input.reason, now),
  after: refreshDesk,
  goTo: () => places.tasks,
  undo: ({ entryId }) => undoEntry("Draft dismissed.", entryId),
});
