import { otherMethods } from "@/lib/core/other-methods.server";
import { empty } from "@/lib/core/api-shapes";
import { mutationRoute } from "@/lib/core/api-route.server";
import { publicationLinks } from "@/lib/publications/links.server";
import { publishScheduledNow } from "@/lib/schedules/commands/end-schedule";

export const POST = mutationRoute({
  action: "verdict.sign",
  body: empty,
  command: ({ viewer, params, now }) => publishScheduledNow(viewer, params.id!, now),
  present: ({ publication }) => ({ publication: publicationLinks(publication) }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
