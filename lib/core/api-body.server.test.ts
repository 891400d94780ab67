import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { discardBody, maxBodyBytes, readJson } from "./api-body.server";

const megabyte = 1024 * 1024;

/** A request that goes on sending; `sent` tells how many megabytes of it were taken. */
function sending(megabytes: number, { breaksOff = false } = {}) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent === megabytes) return breaksOff ? controller.error(new Error("gone")) : controller.close();
        sent += 1;
        controller.enqueue(new Uint8Array(megabyte).fill(32));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers: { "content-type": "application/json" }, body, duplex: "half" };
  const request = new NextRequest(
    "https://desk.example/api/v1/claims",
    init as RequestInit & { signal?: never },
  );
  return { request, sent: () => sent };
}

describe("a client that sends all of its request before it reads the answer", () => {
  it("is read to its end when its body is too large, so that it hears why", async () => {
    const { request, sent } = sending(40);
    expect(await readJson(request)).toMatchObject({ ok: false, error: { kind: "too_large" } });
    expect(sent()).toBe(40);
    expect(40 * megabyte).toBeGreaterThan(maxBodyBytes);
  });

  it("is read to its end when nobody asked for its body", async () => {
    const { request, sent } = sending(20);
    await discardBody(request);
    expect(sent()).toBe(20);
  });

  it("is not waited for without end, nor told anything after it broke off", async () => {
    const endless = sending(Infinity);
    await discardBody(endless.request);
    expect(endless.sent()).toBeLessThan(70);
    await expect(discardBody(sending(1, { breaksOff: true }).request)).resolves.toBeUndefined();
  });

  it("has nothing left to read after its body was read", async () => {
    const { request } = sending(1);
    await readJson(request);
    await expect(discardBody(request)).resolves.toBeUndefined();
  });
});
