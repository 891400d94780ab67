import { otherMethods } from "@/lib/core/other-methods.server";
import { openClaim } from "@/lib/claims/queries";
import { mutationRoute, readRoute } from "@/lib/core/api-route.server";
import { noQuery, orNotFound } from "@/lib/core/api-shapes";
import { mapResult } from "@/lib/core/result";
import { isBlind } from "@/lib/reviews/blindness";
import { coverSentence } from "@/lib/verdicts/commands";
import { draftCheck } from "@/lib/verdicts/draft-check";
import { coverSentenceSchema } from "@/lib/verdicts/schema";

export const GET = readRoute({
  action: "desk.read",
  query: noQuery,
  load: async ({ viewer, params, now }) =>
    mapResult(orNotFound("claim", await openClaim(params.id!, now)), ({ dossier }) =>
      isBlind(viewer, dossier) ? { hidden: true } : draftCheck(dossier),
    ),
});

export const PUT = mutationRoute({
  action: "verdict.write",
  body: coverSentenceSchema,
  command: ({ viewer, params, input, now }) => coverSentence(viewer, params.id!, input, now),
  present: async ({ claimId }, { now }) => draftCheck((await openClaim(claimId, now))!.dossier),
});

export const { POST, PATCH, DELETE } = otherMethods("GET", "PUT");
