import { otherMethods } from "@/lib/core/other-methods.server";
import { expungeCapture } from "@/lib/captures/commands";
import { expungeSchema } from "@/lib/captures/schema";
import { mutationRoute } from "@/lib/core/api-route.server";

export const POST = mutationRoute({
  action: "capture.expunge",
  body: expungeSchema,
  command: ({ viewer, params, input, now }) => expungeCapture(viewer, params.id!, input, now),
  present: (outcome) => outcome,
  answer: ({ state }) => ({ status: state === "waiting" ? 202 : 200 }),
});

export const { GET, PUT, PATCH, DELETE } = otherMethods("POST");
