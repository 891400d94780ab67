import { expect, test } from "vitest";
import { mergeKeySets } from "./merge-key-sets";
import type { PublicSigningKey } from "./sign";

const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`;
const key = (kid: string, validity: Partial<PublicSigningKey>): PublicSigningKey => ({
  kty: "OKP",
  crv: "Ed25519",
  x: `x-of-${kid}`,
  kid,
  validFrom: at(1),
  ...validity,
});

test("whichever set comes first, keys of both stay, and what either ended or revoked stays ended at the earlier time", () => {
  const backup = { keys: [key("a", {}), key("b", { validFrom: at(2), validTo: at(5) })] };
  const home = {
    keys: [
      key("a", { validFrom: at(3), validTo: at(4), revokedAt: at(2) }),
      key("b", { validFrom: at(2), validTo: at(7) }),
      key("c", { validFrom: at(4) }),
    ],
  };
  const expected = {
    keys: [
      key("a", { validTo: at(4), revokedAt: at(2) }),
      key("b", { validFrom: at(2), validTo: at(5) }),
      key("c", { validFrom: at(4) }),
    ],
  };
  expect(mergeKeySets(home, backup)).toEqual(expected);
  expect(mergeKeySets(backup, home)).toEqual(expected);
});

test("two keys of one name are refused", () => {
  const other = { keys: [key("a", { x: "another" })] };
  expect(() => mergeKeySets({ keys: [key("a", {})] }, other)).toThrow("Two different keys");
});
