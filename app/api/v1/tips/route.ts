import { otherMethods } from "@/lib/core/other-methods.server";
import { readRoute } from "@/lib/core/api-route.server";
import { ok } from "@/lib/core/result";
import { listTips } from "@/lib/tips/queries";
import { receiveTip } from "@/lib/tips/receive-tip.server";
import { listTipsSchema } from "@/lib/tips/schema";

/** Anyone sends a tip: no account, a few in ten minutes. */
export const POST = receiveTip;

export const GET = readRoute({
  action: "desk.read",
  query: listTipsSchema,
  load: async ({ viewer, input }) => ok(await listTips(viewer, input)),
});

export const { PUT, PATCH, DELETE } = otherMethods("GET", "POST");
