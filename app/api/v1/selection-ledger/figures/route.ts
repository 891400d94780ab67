import { otherMethods } from "@/lib/core/other-methods.server";
import { readRoute } from "@/lib/core/api-route.server";
import { noQuery } from "@/lib/core/api-shapes";
import { ok } from "@/lib/core/result";
import { ledgerFigures } from "@/lib/selection/queries";

export const GET = readRoute({
  action: "selection.read",
  query: noQuery,
  load: async ({ viewer }) => ok(await ledgerFigures(viewer)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
