import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteCut } from "./quote-cut";

function reason(sentence: string, quote: string): string | null {
  const start = sentence.indexOf(quote);
  return quoteCut(sentence, start, start + quote.length)?.reason ?? null;
}

const LIST = "The yard buys engines from Chile, Peru, Ghana, and the EU.";
const SAID =
  "The yard bought at least $9 million in engines between 2018 and 2023, according to port records seen by Coast News.";

describe("quoteCut", () => {
  it.each([
    [LIST, "engines from Chile", "list"],
    [LIST, "The yard buys engines from Chile, Peru, Ghana", "list"],
    [SAID, "The yard bought at least $9 million in engines between 2018 and 2023", "according to"],
    [SAID, "$9 million in engines between 2018 and 2023, according to port records", "“at least”"],
    ["The yard did not buy engines.", "buy engines", "“not”"],
    ["The engines were never paid for.", "The engines were", "“never”"],
    ["It didn’t pay for the engines.", "pay for the engines", "“didn’t”"],
    ["It may have bought engines.", "bought engines", "“may”"],
    ["The yard reportedly bought engines.", "bought engines", "“reportedly”"],
    ["It was almost $15.5 million.", "$15.5 million", "“almost”"],
    ["The yard paid $5 million or more.", "The yard paid $5 million", "“or more”"],
    ["The yard paid $515 million.", "The yard paid $51", "middle of a word or number"],
    ["The minister said the yard bought engines.", "the yard bought engines", "said"],
    ["Officials said the yard bought engines.", "the yard bought engines", "“Officials said"],
    ["The yard bought up to 40 engines.", "40 engines", "“up to”"],
    ["The yard allegedly bought engines.", "The yard", "“allegedly”"],
    ["There is no evidence that the yard bought engines.", "the yard bought engines", "“no evidence”"],
    ["The owner denied that the yard bought engines.", "the yard bought engines", "“denied”"],
    ["The yard is said to have bought engines.", "bought engines", "“said to”"],
    ["He bought ropes, sails and lamps in May.", "He bought ropes, sails", "lamps"],
    ["За словами міністра, завод купив двигуни.", "завод купив двигуни", "За словами"],
    ["Завод не купив двигуни.", "купив двигуни", "“не”"],
    ["Завод купив майже 40 двигунів.", "40 двигунів", "“майже”"],
    ["Завод нібито купив двигуни.", "купив двигуни", "“нібито”"],
    ["Завод купував у Чилі, Перу та Гані.", "Завод купував у Чилі, Перу", "Гані"],
    ["По словам министра, завод купил двигатели.", "завод купил двигатели", "По словам"],
    ["Завод никогда не покупал двигатели.", "покупал двигатели", "“никогда”"],
    ["Завод купил около 40 двигателей.", "40 двигателей", "“около”"],
  ])("in %j marks %j (%s)", (sentence, quote, words) => {
    expect(reason(sentence, quote)).toContain(words);
  });

  it.each([
    [SAID, SAID],
    [LIST, LIST],
    [LIST, "The yard buys engines"],
    ["In May the yard bought engines.", "the yard bought engines"],
    ["The yard bought engines and the owner left.", "The yard bought engines"],
    ["It was not cheap, but the yard bought engines.", "the yard bought engines"],
    ["Not only did it rain, the yard flooded.", "the yard flooded"],
    ["The harbour opened in May 2023.", "The harbour opened"],
    [
      "It did not sell boats, and it might close, but the yard bought engines.",
      "but the yard bought engines",
    ],
    ["She said: “The yard bought engines.” He left.", "She said: “The yard bought engines.”"],
    ["It bought 40 engines, and some were blue.", "It bought 40 engines"],
    ["Завод купив двигуни, але не продав човни.", "Завод купив двигуни"],
  ])("in %j lets %j stand", (sentence, quote) => {
    expect(reason(sentence, quote)).toBeNull();
  });

  it("names everything that a quote drops, each once", () => {
    const words = reason("Officials said the yard may have bought at least 40 engines.", "40 engines");
    expect(words).toMatch(/“at least”.*“Officials said/);
    expect(reason(SAID, "$9 million in engines between 2018 and 2023")).toMatch(/“at least”.*“according to/);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer(), fc.integer(), (sentence, start, end) => {
        quoteCut(sentence, start, end);
      }),
    );
  });
});
