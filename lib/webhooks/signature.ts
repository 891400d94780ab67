import { createHmac } from "node:crypto";

/** A message as it is signed: its id, the second it is sent, and the very bytes of its body. */
export type WebhookMessage = { id: string; timestampSeconds: number; body: string };

const secretPrefix = "whsec_";

/** A secret as it is shown, from at least 24 random bytes. */
export function webhookSecret(random: Uint8Array): string {
  if (random.length < 24) throw new RangeError("A secret is 24 random bytes at least.");
  return secretPrefix + Buffer.from(random).toString("base64");
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : "", "base64");
  if (key.length < 24) throw new TypeError("This is no webhook secret.");
  return key;
}

function signatureOf({ id, timestampSeconds, body }: WebhookMessage, secret: string): string {
  const text = `${id}.${timestampSeconds}.${body}`;
  return `v1,${createHmac("sha256", keyOf(secret)).update(text).digest("base64")}`;
}

/**
 * The headers of a signed message: HMAC-SHA256 over "id.timestamp.body", base64, as "Standard Webhooks" has it, so that
 * receivers find a library (https://www.standardwebhooks.com).
 */
export function webhookHeaders(message: WebhookMessage, secret: string): Record<string, string> {
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(message.timestampSeconds),
    "webhook-signature": signatureOf(message, secret),
  };
}
