import { expect, it } from "vitest";
import { toldWords } from "./told-words";

const nobody = { told: [], untold: [], opened: [], afterReview: [], unclear: [] };

it.each([
  [nobody, undefined],
  [{ ...nobody, told: ["Ann", "Ben"] }, "Said, and told to Ann, Ben."],
  [
    { ...nobody, told: ["Ann"], opened: ["Ann"] },
    "Said, and told to Ann. Ann is an intern and sees this claim from now on.",
  ],
  [
    { ...nobody, told: ["Ann", "Ben"], afterReview: ["Ben"] },
    "Said, and told to Ann, Ben. Ben reads that you ask them to look, and your words once they have reviewed.",
  ],
  [
    { ...nobody, untold: ["Ben"], afterReview: ["Ben"] },
    "Said. Not told to Ben, who wants no news of mentions: ask them another way.",
  ],
  [
    { ...nobody, unclear: ["Iryna"] },
    "Said. More than one person is called Iryna, so nobody was told by that name: write the whole name.",
  ],
])("whoever comments learns what became of the names in it: %o", (said, words) => {
  expect(toldWords(said)).toBe(words);
});
