"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, proofOf, wholeNumber } from "@/lib/core/form-fields";
import { confirmed } from "@/lib/core/form-target";
import { saveDraft } from "@/lib/site-pages/commands/save-draft";
import { signSitePage } from "@/lib/site-pages/commands/sign-page";
import { saveDraftSchema, signPageSchema } from "@/lib/site-pages/schema";
import { undoEntry } from "../../offer-undo";
import { refreshDesk } from "../../refresh-desk";

/** Fields: page, version (of the draft that was read), text, signatoryOf (repeated), intent (draft or sign). */
export const save = formAction({
  action: "page.write",
  schema: saveDraftSchema,
  read: (form) => ({
    page: filled(form, "page"),
    text: form.get("text") ?? "",
    signatoryOf: form.getAll("signatoryOf"),
    forSignature: form.get("intent") === "sign",
    draft: wholeNumber(form, "version"),
  }),
  command: saveDraft,
  values: ({ draft }) => ({ version: String(draft) }),
  after: ({ page, forSignature }) => {
    revalidatePath(places.sitePage(page));
    return forSignature
      ? "Saved. An editor who wrote none of it can sign it now."
      : "Saved as a draft. Readers see nothing of it.";
  },
  undo: ({ entryId }) => undoEntry("Page saved.", entryId),
});

/** Fields: page, draft (the number that was read), selfSignReason, password. */
export const sign = formAction({
  action: "page.sign",
  schema: confirmed(signPageSchema),
  read: (form) => ({
    id: filled(form, "page"),
    input: present({
      page: filled(form, "page"),
      draft: wholeNumber(form, "draft"),
      selfSignReason: filled(form, "selfSignReason"),
    }),
    ...proofOf(form),
  }),
  command: async (viewer, { input, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? signSitePage(sure.value, input, now) : sure;
  },
  after: () => {
    refreshDesk();
    redirect(places.sitePages);
  },
});
