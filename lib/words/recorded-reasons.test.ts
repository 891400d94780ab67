import { describe, expect, test } from "vitest";
import { differenceInWords } from "../disagreements/differences";
import { compareFigures, explainClass } from "../figures/compare-figures";
import { aurusRevision } from "../publications/fixtures/aurus-dossier";
import { readerWords } from "./reader";
import { explanationIn, whyIn } from "./recorded-reasons";

const [en, uk] = [readerWords("en"), readerWords("uk")];
const record = aurusRevision();
const pair = (why: string) => ({ a: 1, b: 2, why, resolution: null });

describe("why two sources disagree", () => {
  test.each([
    ["the board paid $34 million", "the board paid $43 million", "«$34 million» проти «$43 million»."],
    ["they were not concerned", "they were concerned", "Лише одне з них каже «not»."],
    ["the same words", "the same words", "Обидва не можуть мати рацію."],
  ])("%s / %s: as a rule says it, is said in Ukrainian", (a, b, said) => {
    const why = differenceInWords({ text: a }, { text: b });
    expect(whyIn(pair(why), record, uk)).toBe(said);
    expect(whyIn(pair(why), record, en)).toBe(why);
  });

  test("two figures that contradict each other are named in the reader's language", () => {
    const figure = record.claim.figures[0]!;
    const one = { ...figure, id: "one", bound: "exact", low: 34_000_000, high: 34_000_000 } as const;
    const other = { ...one, id: "other", low: 43_000_000, high: 43_000_000, verbatim: "$43 million" };
    const evidence = [one, other].map((held, at) => ({
      ...record.evidence[at]!,
      number: at + 1,
      figures: [held],
    }));
    for (const why of [compareFigures(other, one)!.explanation, explainClass("contradiction", one, other)])
      expect(whyIn(pair(why), { ...record, evidence }, uk)).toBe(
        "34\u00a0млн доларів США і 43\u00a0млн доларів США – правдивим може бути лише одне.",
      );
  });

  test.each(["Одне про рік, друге про місяць.", "“$34” against a wall.", "Only one of them says so."])(
    "%j was written by a person and stays",
    (why) => expect(whyIn(pair(why), record, uk)).toBe(why),
  );
});

test("why two figures stand as they do is a person's words, or a rule's for readers of English alone", () => {
  const [a, b] = [record.comparisons[0]!.a, record.comparisons[0]!.b];
  const person = { ...record.comparisons[0]!, explanation: "Усі країни, а не одна." };
  expect(explanationIn(person, record, uk)).toBe(person.explanation);
  const figures = [record.claim.figures, record.evidence.flatMap((item) => item.figures)].flat();
  const at = (id: string) => figures.find((figure) => figure.id === id)!;
  const rule = { ...person, explanation: explainClass(person.class, at(a.figureId), at(b.figureId)) };
  expect(explanationIn(rule, record, uk)).toBe("");
  expect(explanationIn(rule, record, en)).toBe(rule.explanation);
});
