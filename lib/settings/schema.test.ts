import { describe, expect, it } from "vitest";
import { addRatingSchema, saveGateSchema, saveSiteSchema } from "./schema";

const site = { name: "Desk", language: "uk", label: null, version: 0 };
const rating = {
  code: "no-evidence",
  label: "No evidence",
  meaning: "m",
  number: null,
  marks: ["unproven"],
  version: 0,
};

describe("what settings take", () => {
  it.each([0, 6, 2.5, "2", Number.NaN, -1])("refuses %s origins", (originsNeeded) => {
    expect(saveGateSchema.safeParse({ originsNeeded, onePersonDesk: false, version: 0 }).success).toBe(false);
  });
  it.each([1, 2, 5])("takes %i origins", (originsNeeded) => {
    expect(saveGateSchema.safeParse({ originsNeeded, onePersonDesk: false, version: 0 }).success).toBe(true);
  });
  it.each([
    ["no name", { ...site, name: " " }],
    ["a name on two lines", { ...site, name: "Desk\nDesk" }],
    ["a language that is none", { ...site, language: "english please" }],
    ["no version", { ...site, version: undefined }],
    ["a key that is not known", { ...site, onePersonDesk: true }],
  ])("refuses a newsroom with %s", (_what, input) => {
    expect(saveSiteSchema.safeParse(input).success).toBe(false);
  });
  it.each([
    ["a code with spaces", { ...rating, code: "no evidence" }],
    ["a code with __proto__", { ...rating, code: "__proto__" }],
    ["a number beyond the scale", { ...rating, number: 6 }],
    ["no marks", { ...rating, marks: [] }],
    ["a mark that is none", { ...rating, marks: ["maybe"] }],
    ["no meaning", { ...rating, meaning: "" }],
  ])("refuses a rating with %s", (_what, input) => {
    expect(addRatingSchema.safeParse(input).success).toBe(false);
  });
});
