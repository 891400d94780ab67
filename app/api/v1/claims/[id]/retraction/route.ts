import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { publicationLinks } from "@/lib/publications/links.server";
import { retractPublication } from "@/lib/publications/commands/retract-publication";
import { retractSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "verdict.retract",
  body: retractSchema,
  command: ({ viewer, params, input, now }) => retractPublication(viewer, params.id!, input, now),
  present: ({ publication }) => ({ publication: publicationLinks(publication) }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
