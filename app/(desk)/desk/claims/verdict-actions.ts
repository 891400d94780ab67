"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { editClaim } from "@/lib/claims/commands/edit-claim";
import { editClaimSchema } from "@/lib/claims/schema";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, proofOf, wholeNumber } from "@/lib/core/form-fields";
import { about, confirmed } from "@/lib/core/form-target";
import { signPublicNotice } from "@/lib/notices/commands/sign-notice";
import { retractPublication } from "@/lib/publications/commands/retract-publication";
import { noticeSchema, retractSchema } from "@/lib/publications/schema";
import { signByClock, signByClockSchema } from "@/lib/schedules/sign-by-clock.server";
import { coverSentence as runCoverSentence, writeVerdict } from "@/lib/verdicts/commands";
import { coverSentenceSchema, writeVerdictSchema } from "@/lib/verdicts/schema";
import {
  coverFields,
  readCover,
  readFirstFindings,
  readSignOff,
  readVerdict,
  signOffFieldAt,
  verdictFieldAt,
} from "./read-forms";

const refresh = () => revalidatePath("/desk", "layout");

export const saveVerdict = formAction({
  action: "verdict.write",
  schema: about(writeVerdictSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readVerdict(form) }),
  fieldAt: verdictFieldAt,
  command: (viewer, { id, input }, now) => writeVerdict(viewer, id, input, now),
  after: ({ claimId }) => redirect(places.claim(claimId)),
});

/** The same while writing: it stays on the page, and answers the version to save over next. */
export const autosaveVerdict = formAction({
  action: "verdict.write",
  schema: about(writeVerdictSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readVerdict(form) }),
  fieldAt: verdictFieldAt,
  command: (viewer, { id, input }, now) => writeVerdict(viewer, id, input, now),
  values: ({ version }) => ({ version: String(version) }),
});

/** Fields: claimId, field, index, text, and evidenceIds (repeated, or with spaces) or as=background with reason. */
export const coverSentence = formAction({
  action: "verdict.write",
  schema: about(coverSentenceSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readCover(form) }),
  fieldAt: (path) => path.replace(/^input\.background$/, "reason"),
  command: (viewer, { id, input }, now) => runCoverSentence(viewer, id, input, now),
  after: refresh,
  undo: ({ claimId, was }, { input: { field, index, text, evidenceIds, background } }) => ({
    words:
      background !== null
        ? "Marked as background."
        : evidenceIds.length > 0
          ? "Evidence cited."
          : "The mark is gone.",
    act: "cover-sentence",
    fields: { claimId, field, index: String(index), text, ...coverFields(was) },
  }),
});

/** Whether this is published as first findings, and until when; it stays on the page. */
export const setFirstFindings = formAction({
  action: "verdict.write",
  schema: about(editClaimSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readFirstFindings(form) }),
  command: (viewer, { id, input }, now) => editClaim(viewer, id, input, now),
  after: (_value, { input }) => {
    refresh();
    return input.provisional
      ? "It will be published as first findings."
      : "It will be published as a finding.";
  },
});

export const signOff = formAction({
  action: "verdict.sign",
  schema: confirmed(signByClockSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: readSignOff(form),
    ...proofOf(form),
  }),
  fieldAt: signOffFieldAt,
  command: async (viewer, { id, input, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? signByClock(sure.value, id, input, now) : sure;
  },
  after: (signed, { id }) => {
    refresh();
    redirect("scheduled" in signed ? places.claim(id) : places.publication(signed.publication.slug));
  },
});

export const retract = formAction({
  action: "verdict.retract",
  schema: confirmed(retractSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: { reason: form.get("reason") ?? "", version: wholeNumber(form, "version") },
    ...proofOf(form),
  }),
  command: async (viewer, { id, input, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? retractPublication(sure.value, id, input, now) : sure;
  },
  after: ({ publication }) => {
    refresh();
    redirect(places.publication(publication.slug));
  },
});

export const signNotice = formAction({
  action: "notice.sign",
  schema: confirmed(noticeSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({ kind: filled(form, "kind"), text: form.get("text") ?? "" }),
    ...proofOf(form),
  }),
  command: async (viewer, { id, input, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? signPublicNotice(sure.value, id, input, now) : sure;
  },
  after: ({ slug }) => {
    refresh();
    redirect(places.publication(slug));
  },
});
