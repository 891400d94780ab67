import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { replayWindowSeconds, verifyWebhook } from "./fixtures/verify-webhook";
import { webhookHeaders, webhookSecret } from "./signature";

const secret = webhookSecret(Buffer.alloc(32, 7));
const message = { id: "msg_1", timestampSeconds: 1_719_590_000, body: '{"type":"publication.published"}' };
const headers = webhookHeaders(message, secret);
const check = (
  changes: { headers?: Record<string, string>; body?: string } = {},
  now = message.timestampSeconds,
) =>
  verifyWebhook(
    { headers: { ...headers, ...changes.headers }, body: changes.body ?? message.body },
    secret,
    now,
  );

describe("a webhook's signature", () => {
  test("is HMAC-SHA256 over id, time and body, as Standard Webhooks writes it", () => {
    const wanted = createHmac("sha256", Buffer.alloc(32, 7))
      .update(`msg_1.1719590000.${message.body}`)
      .digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${wanted}`);
    expect(check()).toBe(true);
  });

  test.each([
    ["another body", { body: '{"type":"publication.retracted"}' }],
    ["another id", { headers: { "webhook-id": "msg_2" } }],
    ["another time", { headers: { "webhook-timestamp": "1719590001" } }],
    ["no time", { headers: { "webhook-timestamp": "soon" } }],
    ["another signature", { headers: { "webhook-signature": "v1,AAAA" } }],
    ["no signature", { headers: { "webhook-signature": "" } }],
  ])("with %s is refused", (_, changes) => {
    expect(check(changes)).toBe(false);
  });

  test("sent again later than the window, or from the future, is refused", () => {
    const now = message.timestampSeconds;
    expect([check({}, now + replayWindowSeconds), check({}, now - replayWindowSeconds)]).toEqual([
      true,
      true,
    ]);
    expect([check({}, now + replayWindowSeconds + 1), check({}, now - replayWindowSeconds - 1)]).toEqual([
      false,
      false,
    ]);
  });

  test("is found among several, as while a receiver changes its secret", () => {
    const both = { headers: { "webhook-signature": `v1,AAAA ${headers["webhook-signature"]}` } };
    expect(check(both)).toBe(true);
  });

  test("needs a secret worth the name", () => {
    expect(() => webhookSecret(Buffer.alloc(8))).toThrow();
    expect(() => webhookHeaders(message, "hunter2")).toThrow();
  });
});
