"use server";

import { z } from "zod";
import type { UndoOffer } from "@/components/ui/form-state";
import { noteInterests as runNoteInterests } from "@/lib/attributions/commands/note-interests";
import { attestOrigin as runAttestOrigin } from "@/lib/attributions/commands/attest-origin";
import {
  addAttribution as runAddAttribution,
  decideAttribution as runDecideAttribution,
} from "@/lib/attributions/commands/decide-attribution";
import {
  addAttributionSchema,
  attestOriginSchema,
  decideAttributionSchema,
  noteInterestsSchema,
  type DecideAttributionInput,
} from "@/lib/attributions/schema";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { undoEntry } from "../offer-undo";
import { refreshDesk, showIfStale } from "../refresh-desk";
import { onlyFor, readAttribution } from "./read-attribution";

/** Another name or kind than the page had; a page that somebody left as it was puts nothing right. */
function originPutRight(form: FormData): { name: string; kind: string | undefined } | undefined {
  const [was, wasKind] = [filled(form, "originWas"), filled(form, "originKindWas")];
  const name = filled(form, "originName") ?? was;
  const kind = filled(form, "originKind") ?? wasKind;
  return name === undefined || (name === was && kind === wasKind) ? undefined : { name, kind };
}

type Decision = { attributionId: string; was: string; wasHere: string | null };

/** Decides again what held before, for every claim or for the one, unless somebody decided meanwhile. */
function undoDecision(
  { attributionId, was, wasHere }: Decision,
  {
    input: { status, claimId, everyClaim, origin },
    isUndo,
  }: { input: DecideAttributionInput; isUndo: boolean },
): UndoOffer | undefined {
  const isHere = claimId !== undefined && !everyClaim;
  const before = isHere ? (wasHere ?? "as-for-every-claim") : was;
  // Taking back is not offered to be taken back.
  if (isUndo || status === "suggested" || before === status) return undefined;
  return {
    words:
      status === "rejected"
        ? "Source rejected."
        : origin
          ? "Source confirmed. Its new name or kind stays if you undo."
          : "Source confirmed.",
    act: "decide-attribution",
    fields: {
      attributionId,
      ...(claimId ? { claimId } : {}),
      ...(isHere ? { scope: "this-claim" } : {}),
      status: before,
      wasStatus: status,
    },
  };
}

/** What the page had of what is decided: for the claim in hand alone, or for every claim. */
const shownStatus = (form: FormData, status: string | undefined) =>
  filled(form, status === "as-for-every-claim" || onlyFor(form) ? "shownHere" : "shownForAll");

/**
 * Fields: attributionId, status, claimId and scope, shownHere, shownForAll, originName and originKind with what they were; and
 * wasStatus, which is of a decision that this takes back.
 */
export const decideAttribution = formAction({
  action: "article.write",
  schema: about(decideAttributionSchema).extend({ isUndo: z.boolean() }),
  read: (form) => {
    const status = filled(form, "status");
    const claimId = filled(form, "claimId");
    const undoes = filled(form, "wasStatus");
    const expected = undoes ?? shownStatus(form, status);
    const origin = status === "confirmed" ? originPutRight(form) : undefined;
    const input =
      status === "as-for-every-claim"
        ? { status: "suggested", claimId, expected }
        : { status, claimId, expected, origin, ...(claimId && !onlyFor(form) ? { everyClaim: true } : {}) };
    return {
      id: filled(form, "attributionId"),
      input: present(input),
      isUndo: undoes !== undefined,
    };
  },
  command: (viewer, { id, input }, now) => showIfStale(runDecideAttribution(viewer, id, input, now)),
  after: refreshDesk,
  undo: undoDecision,
});

export const addAttribution = formAction({
  action: "article.write",
  schema: z.strictObject({ id: z.string().min(1).max(60), input: addAttributionSchema }),
  read: readAttribution,
  command: (viewer, { id, input }, now) => runAddAttribution(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Source added.", entryId),
});

/** Fields: originId, asRead, reason; a form without a reason takes the attestation back. */
export const attestOrigin = formAction({
  action: "origin.attest",
  schema: about(attestOriginSchema),
  read: (form) => ({
    id: filled(form, "originId"),
    input: present({
      reason: form.has("reason") ? String(form.get("reason")) : null,
      expected: readAsRead(form),
    }),
  }),
  command: (viewer, { id, input }, now) => showIfStale(runAttestOrigin(viewer, id, input, now)),
  after: refreshDesk,
  undo: ({ entryId }, { input }) =>
    undoEntry(input.reason === null ? "Attestation taken back." : "Source attested.", entryId),
});

/** Fields: originId, asRead, interests, source; both empty take it back. */
export const noteInterests = formAction({
  action: "article.write",
  schema: about(noteInterestsSchema),
  read: (form) => ({
    id: filled(form, "originId"),
    input: present({
      interests: filled(form, "interests") ?? null,
      source: filled(form, "source") ?? null,
      expected: readAsRead(form),
    }),
  }),
  command: (viewer, { id, input }, now) => runNoteInterests(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Interests noted.", entryId),
});
