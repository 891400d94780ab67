import { expect, test } from "vitest";
import { interestsByName } from "./interests";

const row = (id: string, name: string, otherNames: string[], interests: string | null) => ({
  id,
  name,
  otherNames,
  interests,
  interestsSource: interests && "The register",
});
const find = interestsByName([
  row("a", "Aurus LLC", ["Aurus Motors"], "Sells the cars"),
  row("b", "Aurus", [], "Another one of that name"),
  row("c", "Harbour Media", [], null),
]);

test.each([
  ["Aurus LLC", "Sells the cars"],
  ["AURUS", "Sells the cars"],
  ["aurus motors ltd.", "Sells the cars"],
  ["Harbour Media", undefined],
  ["Taurus", undefined],
  ["", undefined],
])("of “%s” the interests are %s", (name, words) => {
  expect(find(name)?.words).toBe(words);
});
