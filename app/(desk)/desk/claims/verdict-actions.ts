"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { places } from "@/components/layout/places";
import { editClaim } from "@/lib/claims/commands/edit-claim";
import { editClaimSchema } from "@/lib/claims/schema";
import { confirmIdentity } from "@/lib/accounts/step-up.server";
import { asRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present, proofOf, wholeNumber } from "@/lib/core/form-fields";
import { about, confirmed } from "@/lib/core/form-target";
import { ok, type Result } from "@/lib/core/result";
import { runIdempotent } from "@/lib/core/run-idempotent.server";
import { saveKeySchema } from "@/lib/core/save-key";
import { saveKeyField } from "@/lib/core/save-key-field";
import { signPublicNotice } from "@/lib/notices/commands/sign-notice";
import { forgetShownNotice, keepShownNotice } from "@/lib/notices/shown-notice.server";
import { retractPublication } from "@/lib/publications/commands/retract-publication";
import { withholdVersion } from "@/lib/publications/commands/withhold-version";
import { noticeSchema, retractSchema, withholdSchema } from "@/lib/publications/schema";
import { signByClock, signByClockSchema } from "@/lib/schedules/sign-by-clock.server";
import { coverSentence as runCoverSentence, writeVerdict } from "@/lib/verdicts/commands";
import { coverReadField } from "@/lib/verdicts/given-cover";
import { settleDraft } from "@/lib/verdicts/settle-draft.server";
import { coverSentenceSchema, takeBackDraftSchema, writeVerdictSchema } from "@/lib/verdicts/schema";
import { takeBackDraft as runTakeBackDraft } from "@/lib/verdicts/take-back-draft.server";
import { undoDraft, undoEntry } from "../offer-undo";
import {
  coverFields,
  readCover,
  readFirstFindings,
  readSignOff,
  readVerdict,
  signOffFieldAt,
  verdictFieldAt,
} from "./read-forms";
import { refreshDesk, showIfStale, showInPlace } from "../refresh-desk";

/** With `since` the version that the page was opened with: what saved itself after it is taken back with the rest. */
export const saveVerdict = formAction({
  action: "verdict.write",
  schema: about(writeVerdictSchema).extend({ since: z.number().int().min(0).optional() }),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: readVerdict(form),
    since: wholeNumber(form, "since"),
  }),
  fieldAt: verdictFieldAt,
  command: async (viewer, { id, input }, now) => {
    const read = { claimId: id, version: input.version };
    return settleDraft(viewer, read, await writeVerdict(viewer, id, input, now));
  },
  after: refreshDesk,
  goTo: ({ claimId }) => places.claim(claimId),
  undo: (written, { input, since }) => undoDraft(written, since ?? input.version),
});

/** The same while writing: it stays on the page, and answers the version to save over next. A save whose answer was lost is sent again with its key. */
export const autosaveVerdict = formAction({
  action: "verdict.write",
  schema: about(writeVerdictSchema).extend({ saveKey: saveKeySchema }),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: readVerdict(form),
    saveKey: filled(form, saveKeyField),
  }),
  fieldAt: verdictFieldAt,
  command: async (viewer, { id, input, saveKey }, now) => {
    const write = () => writeVerdict(viewer, id, input, now, { isAutosave: true });
    const written = saveKey
      ? runIdempotent(viewer, { route: "autosave", key: `${id}:${saveKey}` }, write)
      : write();
    return settleDraft(viewer, { claimId: id, version: input.version }, await written);
  },
  values: ({ version }) => ({ version: String(version) }),
});

/** Fields: claimId, since, version. */
export const takeBackDraft = formAction({
  action: "verdict.write",
  schema: about(takeBackDraftSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: { since: wholeNumber(form, "since"), version: wholeNumber(form, "version") },
  }),
  command: (viewer, { id, input }, now) => runTakeBackDraft(viewer, id, input, now),
  after: refreshDesk,
});

/** Fields: claimId, field, index, text, coverAsRead, and evidenceIds (repeated, or with spaces) or as=background with reason. */
export const coverSentence = formAction({
  action: "verdict.write",
  schema: about(coverSentenceSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readCover(form) }),
  fieldAt: (path) => path.replace(/^input\.background$/, "reason"),
  command: (viewer, { id, input }, now) => showInPlace(runCoverSentence(viewer, id, input, now)),
  after: refreshDesk,
  undo: ({ claimId, was, is }, { input: { field, index, text } }) => ({
    words:
      is.background !== null
        ? "Marked as background."
        : is.evidenceIds.length > 0
          ? "Evidence cited."
          : "The mark is gone.",
    act: "cover-sentence",
    fields: { claimId, field, index: String(index), text, ...coverFields(was), [coverReadField]: asRead(is) },
  }),
});

/** Whether this is published as first findings, and until when; it stays on the page. */
export const setFirstFindings = formAction({
  action: "verdict.write",
  schema: about(editClaimSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readFirstFindings(form) }),
  command: (viewer, { id, input }, now) => editClaim(viewer, id, input, now),
  after: (_value, { input }) => {
    refreshDesk();
    return input.provisional
      ? "It will be published as first findings."
      : "It will be published as a finding.";
  },
  undo: ({ entryId }) => undoEntry("First findings changed.", entryId),
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
    refreshDesk();
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
    refreshDesk();
    redirect(places.publication(publication.slug));
  },
});

export const withhold = formAction({
  action: "version.withhold",
  schema: confirmed(withholdSchema),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({ version: wholeNumber(form, "version"), reasonClass: filled(form, "reasonClass") }),
    ...proofOf(form),
  }),
  command: async (viewer, { id, input, ...given }, now) => {
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? withholdVersion(sure.value, id, input, now) : sure;
  },
  after: ({ version, state }) => {
    refreshDesk();
    return state === "withheld"
      ? `The text of version ${version} is withheld from readers.`
      : `Asked. Readers see version ${version} until it is confirmed.`;
  },
});

/** Fields: claimId, besideVersion, kind, text, intent (sign, show); password, to sign. What is shown is kept nowhere. */
export const signNotice = formAction({
  action: "notice.sign",
  schema: confirmed(noticeSchema).extend({ intent: z.enum(["sign", "show"]) }),
  read: (form) => ({
    id: filled(form, "claimId"),
    input: present({
      kind: filled(form, "kind"),
      text: form.get("text") ?? "",
      besideVersion: wholeNumber(form, "besideVersion"),
    }),
    intent: filled(form, "intent") ?? "sign",
    ...proofOf(form),
  }),
  command: async (viewer, { id, input, intent, ...given }, now): Promise<Result<{ slug: string | null }>> => {
    if (intent === "show") {
      await keepShownNotice(viewer, id, input);
      return ok({ slug: null });
    }
    const sure = await confirmIdentity(viewer, given, now, { each: true });
    return sure.ok ? showIfStale(signPublicNotice(sure.value, id, input, now)) : sure;
  },
  after: async ({ slug }, { id }) => {
    if (slug === null) redirect(places.notice(id, true));
    await forgetShownNotice(id);
    refreshDesk();
    redirect(places.publication(slug));
  },
});
