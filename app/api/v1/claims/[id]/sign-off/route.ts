import { otherMethods } from "@/lib/core/other-methods.server";
import { getClaim } from "@/lib/claims/queries";
import { empty } from "@/lib/core/api-shapes";
import { mutationRoute } from "@/lib/core/api-route.server";
import { publicationLinks } from "@/lib/publications/links.server";
import { signOffSchema } from "@/lib/publications/schema";
import { cancelSchedule } from "@/lib/schedules/commands/end-schedule";
import { signForNowOrLater } from "@/lib/schedules/commands/sign-for-now-or-later";

export const POST = mutationRoute({
  action: "verdict.sign",
  body: signOffSchema,
  command: ({ viewer, params, input, now }) => signForNowOrLater(viewer, params.id!, input, now),
  present: (signed) =>
    "scheduled" in signed ? signed : { publication: publicationLinks(signed.publication) },
});

export const DELETE = mutationRoute({
  action: "schedule.cancel",
  body: empty,
  command: ({ viewer, params, now }) => cancelSchedule(viewer, params.id!, now),
  present: ({ claimId }, { viewer, now }) => getClaim(viewer, claimId, now),
});

export const { GET, PUT, PATCH } = otherMethods("POST", "DELETE");
