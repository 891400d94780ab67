import "server-only";
import { db } from "../core/db.server";
import { fail, type Result } from "../core/result";
import { postWebhook } from "../webhooks/post-webhook.server";
import { openSecret } from "../webhooks/seal-secret.server";
import { webhookHeaders } from "../webhooks/signature";

/** Tries in all before a delivery is given up; the queue's own limit is the same. */
export const mostAttempts = 11;

async function send(
  delivery: { id: string; body: string },
  webhook: { url: string; sealedSecret: string; removedAt: Date | null },
  now: Date,
): Promise<Result<{ status: number }>> {
  if (webhook.removedAt)
    return fail({ kind: "invalid", code: "removed", detail: "The webhook was removed." });
  const secret = openSecret(webhook.sealedSecret);
  if (secret === null) {
    const detail = "Its secret cannot be read any more. Make a new one.";
    return fail({ kind: "invalid", code: "secret-unreadable", detail });
  }
  const message = {
    id: delivery.id,
    timestampSeconds: Math.floor(now.getTime() / 1000),
    body: delivery.body,
  };
  return postWebhook(webhook.url, delivery.body, webhookHeaders(message, secret));
}

/** What another try cannot mend; 410 is a receiver's way to say that it wants no more. */
function isFinal(code: string, status: unknown): boolean {
  return code === "removed" || code === "secret-unreadable" || status === 410;
}

/**
 * Sends one delivery and notes how it went. A try counts from its beginning, so that one which breaks off on this side counts
 * too. Throws when it should be tried again, so that the queue does, with longer and longer waits; what was delivered or
 * given up is left alone.
 */
export async function deliverWebhook(job: { deliveryId: string }, now: Date): Promise<void> {
  const delivery = await db().webhookDelivery.findUnique({
    where: { id: job.deliveryId },
    include: { webhook: true },
  });
  if (!delivery || delivery.status !== "pending") return;
  const begun = await beginTry(delivery, now);
  if (begun === null) return;
  const sent = await send(delivery, delivery.webhook, now);
  const status = sent.ok ? sent.value.status : (sent.error.extra?.status as number | undefined);
  const isOver = !sent.ok && (isFinal(sent.error.code, status) || begun >= mostAttempts);
  await db().webhookDelivery.update({
    where: { id: delivery.id },
    data: {
      status: sent.ok ? "delivered" : isOver ? "failed" : "pending",
      lastStatus: status ?? null,
      lastProblem: sent.ok ? null : sent.error.detail,
    },
  });
  if (!sent.ok && !isOver) throw new Error(`webhook delivery ${delivery.id}: ${sent.error.code}`);
}

/** Counts a try and answers which it is; null when another process began one, or all broke off and it is given up. */
async function beginTry(delivery: { id: string; attempts: number }, now: Date): Promise<number | null> {
  const { id, attempts } = delivery;
  const isOver = attempts >= mostAttempts;
  const { count } = await db().webhookDelivery.updateMany({
    where: { id, status: "pending", attempts },
    data: isOver
      ? { status: "failed", lastProblem: "The last try broke off on this side. Send it again." }
      : { attempts: attempts + 1, lastAttemptAt: now },
  });
  return isOver || count === 0 ? null : attempts + 1;
}
