import { otherMethods } from "@/lib/core/other-methods.server";
import { publicRoute } from "@/lib/core/api-route.server";
import { notFound, ok, fail } from "@/lib/core/result";
import { consistencyFrom } from "@/lib/log/proof.server";
import { consistencySchema } from "@/lib/log/schema";

export const GET = publicRoute({
  query: consistencySchema,
  load: async ({ input }) => {
    const proof = await consistencyFrom(input.from);
    return proof ? ok({ body: proof }) : fail(notFound("log of that size"));
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
