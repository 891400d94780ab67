import { describe, expect, it } from "vitest";
import type { Dossier, DossierDisagreement } from "../claims/dossier";
import { buildRevisionRecord, revisionHash } from "./build-record";
import { compareRecords, correctionClassProblem } from "./changes";
import { aurusDossier, aurusRecord, aurusRoute, testSite } from "./fixtures/aurus-dossier";
import { generateSigningKey, signRecord, verifyRecord } from "./sign";
import { recordSha256 } from "./canonical";

const build = (changes: Partial<Dossier> = {}) =>
  buildRevisionRecord(aurusDossier(changes), testSite, aurusRoute);
const pair: DossierDisagreement = {
  id: "d1",
  a: "e-relay",
  b: "e-reuters",
  why: "Which countries it covers.",
  status: "open",
  resolution: null,
};

describe("disagreements in a record", () => {
  it("are left out while there are none: a record without them has the hash it had before they existed", () => {
    expect(build()).not.toHaveProperty("disagreements");
    const { disagreements, ...rest } = build({ disagreements: [pair] });
    expect(disagreements).toHaveLength(1);
    expect(revisionHash(rest)).toBe(revisionHash(build()));
  });

  it.each([
    ["open", { status: "open" }, [{ a: 1, b: 2, why: pair.why, resolution: null }]],
    [
      "settled",
      { status: "resolved", resolution: "All." },
      [{ a: 1, b: 2, why: pair.why, resolution: "All." }],
    ],
    ["set aside", { status: "dismissed", resolution: "No." }, undefined],
  ] as const)("are printed when %s as the newsroom says it", (_, changes, printed) => {
    expect(build({ disagreements: [{ ...pair, ...changes }] }).disagreements).toEqual(printed);
  });

  it.each(["described", "withheld"] as const)("say nothing of a %s quote", (disclosure) => {
    const { evidence } = aurusDossier();
    const hidden = evidence.map((item) => (item.id === "e-relay" ? { ...item, disclosure } : item));
    expect(JSON.stringify(build({ evidence: hidden, disagreements: [pair] }))).not.toContain(pair.why);
  });

  it("are signed and verified like every other part, and a change of them is seen", () => {
    const key = generateSigningKey();
    const keys = { keys: [{ ...key.publicJwk, validFrom: "2024-01-01T00:00:00Z" }] };
    const printed = build({ disagreements: [pair] }).disagreements!;
    const record = aurusRecord({ disagreements: printed });
    const sha256 = recordSha256(record);
    const signed = { record, sha256, signature: signRecord(sha256, key.privatePem), keyId: key.kid };
    expect(verifyRecord(signed, keys)).toMatchObject({ ok: true });
    const forged = { ...record, disagreements: [{ ...printed[0]!, why: "Nothing." }] };
    expect(verifyRecord({ ...signed, record: forged }, keys)).toMatchObject({ ok: false });
  });

  it("are told as a change, and a figure in their words is no typo", () => {
    const before = build();
    const after = build({ disagreements: [{ ...pair, why: "One says 34 million, the other 15.5." }] });
    expect(compareRecords(before, after).map(({ field }) => field)).toEqual(["disagreements"]);
    expect(correctionClassProblem("typo", before, after)?.code).toBe("class-too-light");
  });
});
