import { otherMethods } from "@/lib/core/other-methods.server";
import { readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";
import { listLog } from "@/lib/log/queries";
import { listLogSchema } from "@/lib/log/schema";

export const GET = readRoute({
  action: "log.read",
  query: listLogSchema,
  load: async ({ viewer, input }) => ok(await listLog(viewer, input)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
