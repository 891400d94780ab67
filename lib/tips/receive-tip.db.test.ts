import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "../../scripts/test/test-database";
import { db } from "../core/db.server";
import { someone } from "./fixtures/send-tip.server";
import { receiveTip } from "./receive-tip.server";

useTestDatabase();

describe("POST /tips", () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    receiveTip(
      new NextRequest("http://localhost:3000/api/v1/tips", {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
        headers: { "content-type": "application/json", "x-forwarded-for": someone(), ...headers },
      }),
    );

  it("needs no account and answers with the tip's id", async () => {
    const response = await post({ text: "From the open road." });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(await db().tip.findUnique({ where: { id } })).toMatchObject({
      text: "From the open road.",
      state: "new",
    });
  });

  it("refuses unknown keys, other formats and broken JSON", async () => {
    expect((await post({ text: "x", state: "chosen" })).status).toBe(400);
    expect((await post("{")).status).toBe(400);
    expect((await post({ text: "x" }, { "content-type": "text/plain" })).status).toBe(415);
  });

  it("does a retried request once, and refuses the key for another tip", async () => {
    const headers = { "idempotency-key": "reader-1", "x-forwarded-for": someone() };
    const [first, second] = [
      await post({ text: "Twice." }, headers),
      await post({ text: "Twice." }, headers),
    ];
    expect(await second.json()).toEqual(await first.json());
    expect(await db().tip.count({ where: { text: "Twice." } })).toBe(1);
    expect((await post({ text: "Other." }, headers)).status).toBe(409);
  });

  it("answers 429 with the seconds to wait", async () => {
    const headers = { "x-forwarded-for": someone() };
    for (let count = 0; count < 5; count += 1) await post({ text: `Number ${count}` }, headers);
    const response = await post({ text: "Number six" }, headers);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
