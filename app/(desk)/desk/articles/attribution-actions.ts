"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
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
} from "@/lib/attributions/schema";
import { formAction } from "@/lib/core/form-action.server";
import { filled, present } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";

const refresh = () => revalidatePath("/desk", "layout");

/** The claim in hand, unless the decision is meant for every claim. */
const onlyFor = (form: FormData) =>
  filled(form, "scope") === "this-claim" ? filled(form, "claimId") : undefined;

export const decideAttribution = formAction({
  action: "article.write",
  schema: about(decideAttributionSchema),
  read: (form) => {
    const status = filled(form, "status");
    const claimId = filled(form, "claimId");
    const input =
      status === "as-for-every-claim"
        ? { status: "suggested", claimId }
        : { status, claimId, ...(claimId && !onlyFor(form) ? { everyClaim: true } : {}) };
    return { id: filled(form, "attributionId"), input: present(input) };
  },
  command: (viewer, { id, input }, now) => runDecideAttribution(viewer, id, input, now),
  after: refresh,
  undo: ({ attributionId, was }, { input }) =>
    input.status === "rejected"
      ? {
          words: "Source rejected.",
          act: "decide-attribution",
          fields: {
            attributionId,
            ...(input.claimId ? { claimId: input.claimId } : {}),
            ...(input.claimId && !input.everyClaim
              ? { status: "as-for-every-claim", scope: "this-claim" }
              : { status: was }),
          },
        }
      : undefined,
});

export const addAttribution = formAction({
  action: "article.write",
  schema: z.strictObject({ id: z.string().min(1).max(60), input: addAttributionSchema }),
  read: (form) => {
    const toArticleId = filled(form, "toArticleId");
    const name = filled(form, "originName");
    const origin = present({
      name,
      kind: filled(form, "originKind"),
      naming: filled(form, "originNaming"),
      primary: form.has("originPrimary"),
    });
    return {
      id: filled(form, "articleId"),
      input: present({
        type: filled(form, "type"),
        to: toArticleId ? { articleId: toArticleId } : name ? { origin } : undefined,
        claimId: onlyFor(form),
      }),
    };
  },
  command: (viewer, { id, input }, now) => runAddAttribution(viewer, id, input, now),
  after: refresh,
});

/** Fields: originId, reason; a form without a reason takes the attestation back. */
export const attestOrigin = formAction({
  action: "origin.attest",
  schema: about(attestOriginSchema),
  read: (form) => ({
    id: filled(form, "originId"),
    input: { reason: form.has("reason") ? String(form.get("reason")) : null },
  }),
  command: (viewer, { id, input }, now) => runAttestOrigin(viewer, id, input, now),
  after: refresh,
});

/** Fields: originId, interests, source; both empty take it back. */
export const noteInterests = formAction({
  action: "article.write",
  schema: about(noteInterestsSchema),
  read: (form) => ({
    id: filled(form, "originId"),
    input: { interests: filled(form, "interests") ?? null, source: filled(form, "source") ?? null },
  }),
  command: (viewer, { id, input }, now) => runNoteInterests(viewer, id, input, now),
  after: refresh,
});
