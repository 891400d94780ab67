import { describe, expect, it } from "vitest";
import { warningsOf, type HealthFacts } from "./warnings";

const now = new Date("2026-03-01T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const well: HealthFacts = {
  queuesKeptAt: ago(0.5),
  due: [{ queue: "fetch-article", jobs: 40, since: ago(20) }],
  unsealedSince: ago(0.1),
  keySet: null,
  signingKey: null,
  beat: { at: ago(0.1).toISOString(), sealing: null, queue: null, heads: null },
};
const codes = (facts: Partial<HealthFacts>) => warningsOf({ ...well, ...facts }, now).map(({ code }) => code);

describe("what somebody at the machine must see to", () => {
  it("is nothing while a worker works, also with a long queue that moves", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ beat: null, unsealedSince: null, due: [] })).toEqual([]);
  });

  it.each<[string, Partial<HealthFacts>, string[]]>([
    ["no worker was ever there", { queuesKeptAt: null }, ["worker-away"]],
    ["no worker is there any more", { queuesKeptAt: ago(3) }, ["worker-away"]],
    ["a queue does not move", { due: [{ queue: "send-digest", jobs: 1, since: ago(31) }] }, ["queue-stuck"]],
    ["the log is not sealed", { unsealedSince: ago(3) }, ["log-unsealed"]],
    ["signed heads are not kept", { beat: { ...well.beat!, heads: "EACCES" } }, ["heads-not-kept"]],
    // What it said when it was last there says nothing of now.
    [
      "a worker of long ago had a fault",
      { beat: { ...well.beat!, at: ago(9).toISOString(), heads: "EACCES" } },
      [],
    ],
    ["the key set cannot be read", { keySet: "ENOENT", signingKey: "ENOENT" }, ["keys-unreadable"]],
    ["the key was rotated away", { signingKey: "The signing key k is over." }, ["cannot-sign"]],
  ])("%s", (_, facts, expected) => {
    expect(codes(facts)).toEqual(expected);
  });

  it("is said in words: which queue, how many, since when", () => {
    const due = [{ queue: "send-digest", jobs: 2, since: ago(45) }];
    expect(warningsOf({ ...well, due }, now)[0]!.words).toMatch(
      /^2 jobs of “send-digest” wait, the oldest since 2026-03-01 09:15 UTC\./,
    );
  });
});
