import { describe, expect, it } from "vitest";
import { entryLeaf, leafBytes, payloadCommitment } from "./entry";
import type { LogEntry } from "./entry";
import { leafHash } from "./merkle";

const entry: LogEntry = {
  seq: 0,
  at: "2024-07-02T10:00:00.000Z",
  actorId: "u1",
  actorRole: "editor",
  event: "verdict.signed-off",
  subject: { kind: "claim", id: "c1" },
  claimId: "c1",
  from: "ready",
  to: "published",
  commitment: "ab".repeat(32),
};

describe("leafBytes", () => {
  it("is the entry's RFC 8785 form, and the leaf its RFC 6962 hash", () => {
    expect(Buffer.from(leafBytes(entry)).toString()).toBe(
      `{"actorId":"u1","actorRole":"editor","at":"2024-07-02T10:00:00.000Z","claimId":"c1","commitment":"${"ab".repeat(32)}",` +
        '"event":"verdict.signed-off","from":"ready","seq":0,"subject":{"id":"c1","kind":"claim"},"to":"published"}',
    );
    expect(entryLeaf(entry)).toEqual(leafHash(leafBytes(entry)));
  });

  it("does not depend on the order of members or on further columns of a row", () => {
    const row = { createdAt: new Date(0), ...Object.fromEntries(Object.entries(entry).reverse()) };
    expect(leafBytes(row as unknown as LogEntry)).toEqual(leafBytes(entry));
  });

  it.each<[string, Partial<LogEntry>]>([
    ["a fractional sequence", { seq: 0.5 }],
    ["a negative sequence", { seq: -1 }],
    ["an event without a noun", { event: "signed-off" }],
    ["an event with a newline", { event: "verdict.signed-off\n" }],
    ["an open text as commitment", { commitment: "The finding" }],
    ["a missing member", { from: undefined as unknown as null }],
  ])("refuses %s", (_name, change) => {
    expect(() => leafBytes({ ...entry, ...change })).toThrow(TypeError);
  });
});

describe("payloadCommitment", () => {
  it("is another one for another salt or payload, and needs a salt that cannot be guessed", () => {
    const salt = "0123456789abcdef0123456789abcdef";
    const commitment = payloadCommitment(salt, { text: "a" });
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(payloadCommitment(salt, { text: "b" })).not.toBe(commitment);
    expect(payloadCommitment(`${salt}0`, { text: "a" })).not.toBe(commitment);
    expect(() => payloadCommitment("", { text: "a" })).toThrow(TypeError);
  });
});
