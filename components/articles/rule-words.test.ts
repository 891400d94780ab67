import { describe, expect, it } from "vitest";
import { cues } from "@/lib/attributions/attribution-cues";
import { ruleWords } from "./rule-words";

describe("why a source is suggested", () => {
  it.each(cues.map(({ rule }) => rule))("says “%s” without the pattern's placeholder", (rule) => {
    expect(ruleWords(rule)).not.toMatch(/\bX\b/);
    expect(ruleWords(rule)).toMatch(/^\p{Lu}/u);
  });

  it("keeps what a person wrote", () => {
    expect(ruleWords("The editor rang them up")).toBe("The editor rang them up");
  });
});
