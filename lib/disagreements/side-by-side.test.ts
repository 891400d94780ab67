import { describe, expect, test } from "vitest";
import { firstBeside, sideBySide } from "./side-by-side";

const quote = (id: string, sentence: string, exact = sentence) => ({ id, sentence, exact });
const marked = (quotes: ReturnType<typeof quote>[]) =>
  sideBySide(quotes).sides.map(({ segments }) =>
    segments.filter(({ differs }) => differs).map(({ text }) => text),
  );

describe("quotes beside each other", () => {
  test("mark the figures that differ, and say them in words", () => {
    const two = [
      quote("a", "Russia imported parts worth $34 million from all countries."),
      quote("b", "Russia imported parts worth $15 million from South Korea."),
    ];
    expect(marked(two)[0]).toContain("$34");
    expect(sideBySide(two).pairs).toEqual([
      { a: 0, b: 1, words: expect.stringContaining("“$34 million”") as string },
    ]);
  });

  test("of three, a word is marked that differs from one of the others", () => {
    const three = ["It cost 5 crowns.", "It cost 5 crowns.", "It cost 7 crowns."].map((text, index) =>
      quote(String(index), text),
    );
    expect(marked(three)).toEqual([["5"], ["5"], ["7"]]);
    expect(sideBySide(three).pairs.map(({ words }) => words)).toEqual([
      "The same words.",
      "“5” against “7”.",
      "“5” against “7”.",
    ]);
  });

  test("told in other words, figures and names that only one of them has are marked", () => {
    const told = [
      quote("a", "Further parts come from China, India and the Union."),
      quote(
        "b",
        "Its makers buy much in South Italy, they said, also in China, India or elsewhere within that Union.",
      ),
      quote(
        "c",
        "Suppliers sit mostly abroad: India, China, every member state of this Union, as customs show.",
      ),
    ];
    expect(marked(told)).toEqual([[], ["South Italy"], []]);
    expect(sideBySide(told).pairs.map(({ words }) => words)).toEqual([
      "Named by only one of them: “South Italy”.",
      "Other words, but no figure, name or negation that only one of them has.",
      "Named by only one of them: “South Italy”.",
    ]);
  });

  test.each([
    ["بلغت التكلفة 42 مليون دولار.", "It cost $42 in all.", null, null, "languages"],
    ["بلغت التكلفة ٤٢ مليون دولار.", "$42", null, null, "languages"],
    ["Es kostete 42 Millionen Dollar.", "It cost $42 in all.", "de-AT", "en", "languages"],
    ["Коштувало 42 млн доларів.", "Стоило 43 млн долларов.", "uk", "ru", "languages"],
    ["Koštalo je 42 miliona.", "Коштало је 42 милиона.", "sr", "sr-Latn", "scripts"],
  ])("%j and %j are not compared by their letters", (a, b, languageOfA, languageOfB, apart) => {
    const two = [
      { ...quote("a", a), language: languageOfA },
      { ...quote("b", b), language: languageOfB },
    ];
    expect(marked(two)).toEqual([[], []]);
    expect(sideBySide(two).pairs).toEqual([{ a: 0, b: 1, words: `Not compared: different ${apart}.` }]);
  });

  test("digits of another script are the same number, in one language", () => {
    const two = ["قتل ٤٢ شخصا في ٢٠٢٤", "قتل 42 شخصا في 2023"].map((text, index) =>
      quote(String(index), text),
    );
    expect(sideBySide(two).pairs.map(({ words }) => words)).toEqual(["“٢٠٢٤” against “2023”."]);
  });

  test.each([
    [
      "It cost $42 in all.",
      "It cost 42 in all.",
      "Other words, but no figure, name or negation that only one of them has.",
    ],
    [
      "They paid $34 million for parts.",
      "They paid 34 million for parts.",
      "Other words, but no figure, name or negation that only one of them has.",
    ],
    ["They paid $42 for it.", "They paid €42 for it.", "“$42” against “€42”."],
    ["They paid $42 for it.", "They paid 43 for it.", "“$42” against “43”."],
    ["They paid $34 million.", "They paid $43 million.", "“$34 million” against “$43 million”."],
    ["It rose 12 percent now.", "It rose 21 percent now.", "“12 percent” against “21 percent”."],
    [
      "In 2023 the yard sold ships for $34 million.",
      "The buyer says $15 million went to makers abroad since 2019, customs show.",
      "“2023”, “$34 million” against “2019”, “$15 million”.",
    ],
    ["It pays $42 of 7.", "It pays $7 of 42.", "“$42”, “7” against “$7”, “42”."],
    [
      "Ships of the EU came.",
      "Ships of the European Union came.",
      "Other words, but no figure, name or negation that only one of them has.",
    ],
    ["Ships of the US came.", "Ships of the European Union came.", "“US” against “European Union”."],
    ["It came from Gaza.", "It came from West Bank.", "“Gaza” against “West Bank”."],
    [
      "Ships of NHA came.",
      "Ships of Nordhavn Harbour came.",
      "Other words, but no figure, name or negation that only one of them has.",
    ],
    ["He said, yes.", "He said: yes.", "The same words, with other marks between them."],
  ])("%s / %s: %s", (a, b, words) => {
    const known = [["Nordhavn Harbour", "NHA"]];
    const found = sideBySide([quote("a", a), quote("b", b)], known);
    expect(found.pairs[0]!.words).toBe(words);
    expect(found.sides.map(({ segments }) => segments.map(({ text }) => text).join(""))).toEqual([a, b]);
    expect(found.sides.some(({ segments }) => segments.some(({ differs }) => differs))).toBe(
      words.includes("against"),
    );
  });

  test("whatever is marked is said in words, a name beside figures too", () => {
    const two = [
      quote("a", "Parts worth $34 million went through the port of Nordhavn, as records show."),
      quote("b", "In one year makers bought for $15 million, an official told us; none of it was for cars."),
    ];
    const { words } = sideBySide(two).pairs[0]!;
    expect(words).toContain("Named by only one of them: “Nordhavn”.");
    for (const text of marked(two).flat()) expect(words).toContain(text);
  });

  test("the whole sentence stays, with what was quoted told apart", () => {
    const [side] = sideBySide([
      quote("a", "Officials said that 🛳️ it did not sail.", "it did not sail"),
      quote("b", "Officials said that 🛳️ it did sail."),
    ]).sides;
    expect(side!.segments.map(({ text }) => text).join("")).toBe("Officials said that 🛳️ it did not sail.");
    expect(
      side!.segments
        .filter(({ quoted }) => quoted)
        .map(({ text }) => text)
        .join(""),
    ).toBe("it did not sail");
    expect(side!.segments.filter(({ differs }) => differs)).toEqual([
      { text: "not", quoted: true, differs: true },
    ]);
  });

  const row = (id: string, articleId: string, stance = "supports", language = "en") => ({
    ...{ id, articleId, stance },
    told: { text: "It sank.", language },
  });

  test("begin with one of each article, or with all when there is one article", () => {
    const rows = [row("1", "x"), row("2", "x"), row("3", "y")];
    expect(firstBeside(rows)).toEqual(["1", "3"]);
    expect(firstBeside(rows.slice(0, 2))).toEqual(["1", "2"]);
  });

  test.each([
    ["of one article", [row("1", "x"), row("2", "x", "disputes"), row("3", "y")], ["1", "2", "3"]],
    [
      "of one language",
      [row("1", "x"), row("2", "x", "disputes"), row("4", "z", "supports", "uk")],
      ["1", "2"],
    ],
    ["not of two languages", [row("1", "x"), row("2", "x"), row("3", "y", "disputes", "uk")], ["1", "3"]],
    ["not context", [row("1", "x", "context"), row("2", "x", "disputes"), row("3", "y")], ["2", "3"]],
    [
      "and at most four",
      ["a", "b", "c", "d", "e"].map((id) => row(id, id, id === "e" ? "disputes" : "supports")),
      ["a", "b", "c", "e"],
    ],
  ])("begin with two that oppose each other, %s", (_, rows, expected) => {
    expect(firstBeside(rows)).toEqual(expected);
  });
});
