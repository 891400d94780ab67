import { otherMethods } from "@/lib/core/other-methods.server";
import { getEvidence } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { addEvidence } from "@/lib/evidence/commands";
import { addEvidenceSchema } from "@/lib/evidence/schema";

export const POST = mutationRoute({
  action: "evidence.write",
  body: addEvidenceSchema,
  command: ({ viewer, params, input, now }) => addEvidence(viewer, params.id!, input, now),
  present: ({ evidenceId }) => getEvidence(evidenceId),
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
