import { getEvidence } from "@/lib/claims/queries";
import { mutationRoute } from "@/lib/core/api-route.server";
import { empty } from "@/lib/core/api-shapes";
import { otherMethods } from "@/lib/core/other-methods.server";
import { vouchForQuote } from "@/lib/evidence/vouch-for-quote.server";

export const POST = mutationRoute({
  action: "evidence.write",
  body: empty,
  command: ({ viewer, params, now }) => vouchForQuote(viewer, params.id!, "cut", now),
  present: ({ evidenceId }) => getEvidence(evidenceId),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
