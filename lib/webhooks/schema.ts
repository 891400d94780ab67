import { z } from "zod";
import { webhookEvents } from "./event";

const password = z.string().max(1_000).optional();
const code = z.string().max(60).optional();

/** A new webhook: where to, and of what. */
export const addWebhookSchema = z.strictObject({
  url: z.string().trim().min(1, { error: "Give the address that is to be told." }).max(2_048),
  events: z.array(z.enum(webhookEvents)).min(1, { error: "Choose at least one thing to tell." }),
  password,
  code,
});
export type AddWebhookInput = z.output<typeof addWebhookSchema>;

const id = z.string().min(1).max(64);

export const webhookIdSchema = z.strictObject({ webhookId: id });
export const rotateSecretSchema = z.strictObject({ webhookId: id, password, code });
export const deliveryIdSchema = z.strictObject({ deliveryId: id });
