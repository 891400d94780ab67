import { describe, expect, it } from "vitest";
import { isTimeZone } from "../core/zoned-time";
import { saveSiteSchema } from "./schema";
import { isLanguage, languageChoices, timeZoneChoices } from "./site-choices";

const site = { name: "Desk", language: "uk", label: null, timeZone: "Europe/Kyiv", version: 0 };

describe("what the newsroom's language and clocks are chosen from", () => {
  it("is every language by name, and what was set before", () => {
    const choices = languageChoices("pt-BR");
    expect(choices).toContainEqual({ value: "uk", label: "Ukrainian (uk)" });
    expect(choices).toContainEqual({ value: "pt-BR", label: "Brazilian Portuguese (pt-BR)" });
    expect(choices.length).toBeGreaterThan(150);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  });

  it("is every zone by the name it has now, and what was set before", () => {
    const zones = timeZoneChoices("Europe/Kiev").map(({ value }) => value);
    expect(zones).toEqual(expect.arrayContaining(["UTC", "Europe/Kyiv", "Europe/Kiev", "America/New_York"]));
    expect(timeZoneChoices("UTC").map(({ value }) => value)).not.toContain("Europe/Kiev");
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  it("is all that is saved, with what to do about anything else", () => {
    for (const { value } of languageChoices("zh-Hant"))
      expect(saveSiteSchema.safeParse({ ...site, language: value }).success, value).toBe(true);
    const refusal = (given: object) =>
      saveSiteSchema.safeParse({ ...site, ...given }).error?.issues.map(({ message }) => message);
    expect(refusal({ language: "zz" })).toEqual([
      "There is no language of this code. Choose one, such as en for English or uk for Ukrainian.",
    ]);
    expect(refusal({ language: "Ukrainian" })).toEqual(["Write a language code such as en or uk."]);
    expect(refusal({ timeZone: "Kyiv" })).toEqual([
      "Write a time zone such as Europe/Kyiv, America/New_York or UTC.",
    ]);
    expect(["en", "uk", "zh-Hant", "zz", "", "-"].map(isLanguage)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
