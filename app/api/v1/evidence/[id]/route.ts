import { otherMethods } from "@/lib/core/other-methods.server";
import { getEvidence } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { empty } from "@/lib/core/api-shapes";
import { editEvidence, removeEvidence } from "@/lib/evidence/commands";
import { editEvidenceSchema } from "@/lib/evidence/schema";

export const PATCH = mutationRoute({
  action: "evidence.write",
  body: editEvidenceSchema,
  command: ({ viewer, params, input, now }) => editEvidence(viewer, params.id!, input, now),
  present: ({ evidenceId }) => getEvidence(evidenceId),
});

export const DELETE = mutationRoute({
  action: "evidence.write",
  body: empty,
  command: ({ viewer, params, now }) => removeEvidence(viewer, params.id!, now),
  present: ({ evidenceId, claimId }) => ({ id: evidenceId, claimId, removed: true }),
});

export const { GET, POST, PUT } = otherMethods("PATCH", "DELETE");
