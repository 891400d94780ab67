import { describe, expect, test } from "vitest";
import { certainKeys, isRare, rareTermsOf, sharedTerms } from "./rare-terms";

const keys = (text: string) => certainKeys(rareTermsOf(text));

describe("rare names and figures", () => {
  test("names count, whatever is common everywhere does not", () => {
    expect(keys("On Monday the Russian minister met Serdar Quell of Brattholm Works in Berlin.")).toEqual([
      "serdar",
      "quell",
      "brattholm",
      "works",
    ]);
  });

  test("the first word of a sentence is a name only when it is one elsewhere", () => {
    expect(keys("Divers came. Tarnvik waited. Then Tarnvik slept.")).toEqual(["tarnvik"]);
  });

  test("a word that only begins sentences is shared when the other text shows that it is a name", () => {
    const shared = (one: string, two: string) =>
      sharedTerms(rareTermsOf(one), rareTermsOf(two)).map(({ words }) => words);
    expect(shared("Tarnvik waited.", "They waited in Tarnvik.")).toEqual(["Tarnvik"]);
    expect(shared("They waited in Tarnvik.", "Tarnvik waited.")).toEqual(["Tarnvik"]);
    expect(shared("Divers came.", "Divers left.")).toEqual([]);
  });

  test("words that the text has in lower case are no names, as in a headline", () => {
    expect(keys("Ferry Hits Reef Near Tarnvik\n\nThe ferry hits a reef near Tarnvik.")).toEqual(["tarnvik"]);
  });

  test("amounts count; years, small counts, round percentages and vague amounts do not", () => {
    expect(
      keys(
        "It paid 2.3 million euros in 2019 for two ships, 40 percent more, and dozens of boats, 412 cars.",
      ),
    ).toEqual(["=2300000EUR", "=412"]);
  });

  test("Cyrillic names are the same in every case", () => {
    expect(keys("Вони поїхали до Тарнвіка. Мешканці Тарнвіку чекали.")).toEqual(["тарнвік"]);
  });

  test("a rounded amount fits the exact one, and words of one name count once", () => {
    const mine = rareTermsOf("She met Serdar Quell, who sold over 900 tickets.");
    const theirs = rareTermsOf("He saw Serdar Quell, who sold 912 tickets.");
    expect(sharedTerms(mine, theirs).map(({ words }) => words)).toEqual(["Serdar Quell", "over 900 tickets"]);
    expect(sharedTerms(mine, rareTermsOf("He sold 1,400 tickets."))).toEqual([]);
  });

  test("what many articles of the desk hold is not rare", () => {
    const holding = new Map([["tarnvik", 30]]);
    expect(isRare({ key: "tarnvik" }, { articles: 200, holding })).toBe(false);
    expect(isRare({ key: "tarnvik" }, { articles: 5_000, holding })).toBe(true);
    expect(isRare({ key: "melby" }, { articles: 0, holding: new Map() })).toBe(true);
  });
});
