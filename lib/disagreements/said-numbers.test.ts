import { expect, it } from "vitest";
import { differingWords, pairedByKind } from "./said-numbers";

const pieces = (number: string, rest: string) => [
  { text: number, differs: true },
  { text: rest, differs: false },
];

it.each([
  ["$34", " million in all", "$34 million"],
  ["1.5", "-billion loan", "1.5-billion"],
  ["34", " млн доларів", "34 млн"],
  ["12", " per cent of it", "12 per cent"],
  ["3", " percentage points", "3 percentage points"],
  ["34", " pointless ships", "34"],
  ["34", ", million by million", "34"],
  ["Seven", " million ships", "Seven"],
])("of “%s%s” it says “%s”", (number, rest, said) => {
  expect(differingWords(pieces(number, rest))).toEqual([said]);
});

it.each([
  [
    ["2023", "$34 million"],
    ["$15 million", "2019"],
    ["2023", "$34 million"],
    ["2019", "$15 million"],
  ],
  [
    ["7", "12%"],
    ["21%", "not"],
    ["12%", "7"],
    ["21%", "not"],
  ],
  [["$42", "7"], ["€7"], ["$42", "7"], ["€7"]],
])("%j and %j are set against each other by what they count in", (a, b, ofA, ofB) => {
  expect(pairedByKind(a, b)).toEqual([ofA, ofB]);
});
