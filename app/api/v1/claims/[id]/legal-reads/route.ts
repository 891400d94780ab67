import { otherMethods } from "@/lib/core/other-methods.server";
import { mutationRoute } from "@/lib/core/api-route.server";
import { noteLegalRead } from "@/lib/legal-reads/commands";
import { noteLegalReadSchema } from "@/lib/legal-reads/schema";

export const POST = mutationRoute({
  action: "claim.write",
  body: noteLegalReadSchema,
  command: ({ viewer, params, input, now }) => noteLegalRead(viewer, params.id!, input, now),
  present: (noted) => noted,
  status: 201,
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
