import { createHmac } from "node:crypto";
import fc from "fast-check";
import { Secret } from "otpauth";
import { describe, expect, it } from "vitest";
import { sixDigits, spellSeed, stepOfCode, totpAddress } from "./totp";

/** The secret of RFC 6238, appendix B. */
const seed = Secret.fromLatin1("12345678901234567890").base32;
const at = (seconds: number) => new Date(seconds * 1000);

/** RFC 4226 §5.3 in its own words, as a second opinion. */
function codeOf(step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", "12345678901234567890").update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

describe("a code", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %i seconds is %s, the last six digits of RFC 6238, appendix B", (seconds, code) => {
    expect(stepOfCode(seed, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it("counts one step early and one late, and no further", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999_999 }), fc.integer({ min: -4, max: 4 }), (step, off) => {
        const found = stepOfCode(seed, codeOf(step + off), at(step * 30 + 7));
        // Of a million codes two may be alike: then the nearer step is meant.
        if (Math.abs(off) <= 1) expect(codeOf(found!)).toBe(codeOf(step + off));
        else expect(found === null || codeOf(found) === codeOf(step + off)).toBe(true);
      }),
    );
    expect(stepOfCode(seed, codeOf(1002), at(30_000))).toBeNull();
    expect(stepOfCode(seed, codeOf(998), at(30_000))).toBeNull();
  });

  it.each([
    ["287 082", "287082"],
    [" 287-082 ", "287082"],
    ["28708", null],
    ["2870822", null],
    ["28708a", null],
    ["٢٨٧٠٨٢", null],
    ["", null],
  ])("%j is read as %j", (typed, digits) => expect(sixDigits(typed)).toBe(digits));
});

it("the picture names the desk, the account and the seed", () => {
  const address = new URL(totpAddress("JBSWY3DPEHPK3PXP", "olena@newsdesk.example", "The Kyiv Desk: checks"));
  expect(address.protocol).toBe("otpauth:");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: "The Kyiv Desk: checks",
    secret: "JBSWY3DPEHPK3PXP",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  expect(decodeURIComponent(address.pathname)).toContain("olena@newsdesk.example");
  expect(spellSeed("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
});
