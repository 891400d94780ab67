import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { publicationLinks } from "@/lib/publications/links.server";
import { signOffVerdict } from "@/lib/publications/commands/sign-off-verdict";
import { signOffSchema } from "@/lib/publications/schema";

export const POST = mutationRoute({
  action: "verdict.sign",
  body: signOffSchema,
  command: ({ viewer, params, input, now }) => signOffVerdict(viewer, params.id!, input, now),
  present: ({ publication }) => ({ publication: publicationLinks(publication) }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
