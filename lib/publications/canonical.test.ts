import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, recordSha256, sha256Hex } from "./canonical";

describe("canonicalJson", () => {
  it("writes the sample of RFC 8785 section 3.2.2 as its section 3.2.3 prints it", () => {
    const sample = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by UTF-16 code units (RFC 8785 section 3.2.3)", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
    const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"];
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(written).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
  });

  it.each([
    [0, "0"],
    [-0, "0"],
    [5e-324, "5e-324"],
    [-1.7976931348623157e308, "-1.7976931348623157e+308"],
    [9007199254740992, "9007199254740992"],
    [295147905179352830000, "295147905179352830000"],
    [1e21, "1e+21"],
    [333333333.33333325, "333333333.33333325"],
    [0.000001, "0.000001"],
    [1e-7, "1e-7"],
  ])("writes the number %s as RFC 8785 appendix B does", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ["undefined in an object", { a: { b: undefined } }, "$.a.b"],
    ["undefined in a list", [1, undefined], "$[1]"],
    ["a hole in a list", new Array(1), "$[0]"],
    ["NaN", { a: Number.NaN }, "$.a"],
    ["infinity", [Number.POSITIVE_INFINITY], "$[0]"],
    ["a lone high surrogate", { a: "x\ud83d" }, "$.a"],
    ["a lone low surrogate", { a: ["\udc00"] }, "$.a[0]"],
    ["a lone surrogate in a key", { "\ud800": 1 }, "a key of $"],
    ["a date", { a: new Date(0) }, "$.a"],
    ["a bigint", { a: 1n }, "$.a"],
    ["a function", { toJSON: () => 1 }, "$.toJSON"],
  ])("refuses %s and says where", (_name, value, place) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson(value)).toThrow(place);
  });

  it("refuses a document nested without end", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow("nested");
  });

  it("does not depend on the order of keys and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe("sha256Hex", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("gives the FIPS 180 answer for %j", (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(hash);
  });

  it("hashes a record over its canonical form", () => {
    expect(recordSha256({ b: 1, a: 2 })).toBe(sha256Hex('{"a":2,"b":1}'));
  });
});
