import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { done } from "../../scripts/test/desk-scene";
import { useTestDatabase } from "../../scripts/test/test-database";
import type { Viewer } from "../access/viewer";
import { createClaim } from "../claims/commands/create-claim";
import { ticketOfRequest, type Ticket } from "./idempotency.server";

const database = useTestDatabase();

function createUnderKey(viewer: Viewer, key: string, text: string) {
  const bodySha256 = createHash("sha256").update(text).digest("hex");
  const ticket: Ticket = {
    account: viewer.id,
    route: "POST /claims",
    key,
    bodySha256,
    used: false,
    replayed: false,
  };
  return ticketOfRequest.run(ticket, () => createClaim(viewer, { text }, new Date()));
}

const claims = async (text: string) =>
  Number((await database.sql("SELECT count(*) AS n FROM claim WHERE text = $1", [text]))[0]!.n);

describe("an idempotency key", () => {
  it("makes fifty requests at once one effect with one result", async () => {
    const viewer = await database.makeViewer("checker", "Retrier");
    const all = await Promise.all(
      Array.from({ length: 50 }, () => done(createUnderKey(viewer, "k", "Only once"))),
    );
    expect(new Set(all.map(({ claimId }) => claimId)).size).toBe(1);
    expect(await claims("Only once")).toBe(1);
  });

  it("refuses another body, and belongs to one account", async () => {
    const [one, two] = [
      await database.makeViewer("checker", "One"),
      await database.makeViewer("checker", "Two"),
    ];
    const first = await done(createUnderKey(one, "k", "A body"));
    const other = await createUnderKey(one, "k", "Another body");
    expect(other).toMatchObject({ ok: false, error: { kind: "conflict", code: "idempotency-key-reused" } });
    expect(await claims("Another body")).toBe(0);
    expect((await done(createUnderKey(two, "k", "A body"))).claimId).not.toBe(first.claimId);
  });

  it("is free again when the command was refused: nothing happened", async () => {
    const viewer = await database.makeViewer("checker", "Refused");
    const parent = { text: "A part", parentId: "nothing" };
    const ticket: Ticket = {
      account: viewer.id,
      route: "r",
      key: "k",
      bodySha256: "b",
      used: false,
      replayed: false,
    };
    const result = await ticketOfRequest.run(ticket, () => createClaim(viewer, parent, new Date()));
    expect(result.ok).toBe(false);
    expect(await database.sql("SELECT 1 FROM idempotency_key WHERE account = $1", [viewer.id])).toEqual([]);
  });
});
