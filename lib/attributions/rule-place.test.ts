import { describe, expect, it } from "vitest";
import { rulePlace } from "./rule-place";

const text = [
  "Menu: told Reuters",
  "😀 Parts crossed the border. Two officials told Reuters on Friday that they did. Nobody asked.",
  "A spokesman, who retold Reuters stories, told Reuters nothing more.",
].join("\n\n");
const from = Array.from(text.slice(0, text.indexOf("😀"))).length;
const capture = { fullText: text, mainRanges: [[from, Array.from(text).length]] as [number, number][] };
const told = { rule: "told X", quote: "told Reuters" };

describe("where the words that a rule read stand", () => {
  it("is their first place in the main text, inside the whole sentence, in code points", () => {
    const place = rulePlace(told, capture)!;
    expect(Array.from(text).slice(place.start, place.end).join("")).toBe("told Reuters");
    expect(place).toMatchObject({
      before: "Two officials ",
      words: "told Reuters",
      after: " on Friday that they did.",
      // Neither the menu's nor the middle of another word.
      times: 2,
    });
  });

  it.each([
    ["the text of today does not have them", { rule: "told X", quote: "told Interfax" }],
    ["they are only a part of a longer word", { rule: "told X", quote: "retold Reut" }],
    ["the rule read a link", { rule: "links to X", quote: "told Reuters" }],
    ["the rule read the headline", { rule: "X at the end of the headline", quote: "told Reuters" }],
    ["the rule read the byline", { rule: "agency in the byline", quote: "Reuters" }],
    ["the rule compared two texts", { rule: "same words", quote: "told Reuters" }],
    ["the rule quoted nothing", { rule: "told X", quote: null }],
  ])("is not told when %s", (_, reason) => expect(rulePlace(reason, capture)).toBeNull());
});
