import { expect, it } from "vitest";
import { z } from "zod";
import { choice, choicesInWords } from "./choice";
import { parseInput } from "./parse-input";

const schema = z.strictObject({
  class: choice({ typo: "Typing error", "verdict-change": "Change of verdict" }),
});

it.each([
  [[], ""],
  [["A"], "“A”"],
  [["A", "B", "C"], "“A”, “B” or “C”"],
])("%j is said as %s", (words, said) => expect(choicesInWords(words)).toBe(said));

it.each([{}, { class: "verdictChange" }])(
  "of %j a person is told the words of the form, a program the codes",
  (input) => {
    const read = parseInput(schema, input);
    expect(read.ok ? null : read.error.issues).toEqual([
      {
        code: "invalid-value",
        field: "class",
        message: "Choose “Typing error” or “Change of verdict”.",
        label: "Class",
        allowed: ["typo", "verdict-change"],
      },
    ]);
  },
);

it("says codes that have no words of their own without dashes and capitals", () => {
  const read = parseInput(z.strictObject({ needs: z.enum(["me", "in-review", "saidAt"]) }), { needs: "x" });
  expect(read.ok ? null : read.error.issues?.[0]).toMatchObject({
    message: "This is one of: me, in review, said at.",
    allowed: ["me", "in-review", "saidAt"],
  });
});

it("takes each of its codes", () => {
  expect(parseInput(schema, { class: "verdict-change" })).toMatchObject({ ok: true });
});
