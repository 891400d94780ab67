import { otherMethods } from "@/lib/core/other-methods.server";
import { readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";
import { listLedger } from "@/lib/selection/queries";
import { listLedgerSchema } from "@/lib/selection/schema";

export const GET = readRoute({
  action: "selection.read",
  query: listLedgerSchema,
  load: async ({ viewer, input }) => ok(await listLedger(viewer, input)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
