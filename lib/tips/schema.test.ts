import { describe, expect, it } from "vitest";
import { decideTipSchema, listTipsSchema, submitTipSchema } from "./schema";

describe("what readers may send", () => {
  it.each([
    ["blank words", { text: " \n " }],
    ["too many words", { text: "a".repeat(5_001) }],
    ["an address that runs scripts", { text: "x", url: "javascript:alert(1)" }],
    ["an address of a file", { text: "x", url: "file:///etc/passwd" }],
    ["a key that is not known", { text: "x", state: "chosen" }],
    ["a list for words", { text: ["x"] }],
  ])("refuses %s", (_what, input) => {
    expect(submitTipSchema.safeParse(input).success).toBe(false);
  });
  it("takes words alone, and cleans what no database can hold", () => {
    expect(submitTipSchema.parse({ text: "a\u0000b\ud800" })).toEqual({ text: "ab\ufffd" });
  });
});

describe("what staff may ask", () => {
  it("knows two decisions", () => {
    expect(decideTipSchema.safeParse({ decision: "choose" }).success).toBe(true);
    expect(decideTipSchema.safeParse({ decision: "delete" }).success).toBe(false);
  });
  it("lists a hundred at most", () => {
    expect(listTipsSchema.safeParse({ limit: "101" }).success).toBe(false);
    expect(listTipsSchema.parse({})).toEqual({ limit: 30 });
  });
});
