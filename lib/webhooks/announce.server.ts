import "server-only";
import type { Tx } from "../core/db.server";
import { env } from "../core/env.server";
import { newId } from "../core/new-id.server";
import { enqueue } from "../jobs/queue.server";
import { webhookBody, type WebhookEvent, type WebhookFacts } from "./event";

/**
 * Notes in the publishing transaction itself what every webhook is to be told, with a job for each: it is told if and
 * only if it was published, whatever crashes afterwards.
 */
export async function announceToWebhooks(
  tx: Tx,
  event: WebhookEvent,
  facts: WebhookFacts,
  now: Date,
): Promise<void> {
  const webhooks = await tx.webhook.findMany({
    where: { removedAt: null, events: { has: event } },
    select: { id: true },
  });
  const body = webhookBody(event, now.toISOString(), facts, env().publicUrl);
  for (const { id: webhookId } of webhooks) {
    const id = newId();
    await tx.webhookDelivery.create({ data: { id, webhookId, event, body, createdAt: now } });
    await enqueue(tx, "deliver-webhook", { deliveryId: id });
  }
}
