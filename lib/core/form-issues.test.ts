import { expect, it } from "vitest";
import { issuesOfForm } from "./form-issues";

const names = new Set(["id", "text", "when", "summary.0", "file", "quote.exact"]);
const at = (field: string, message: string, code = "not-valid") => ({ field, message, code });

it.each([
  ["a field of the form", "text", "text"],
  ["a part of what the form has", "quote.exact", "quote.exact"],
  ["a field that the input nests", "input.text", "text"],
  ["one nested deeper", "article.source.text", "text"],
  ["a line of a list", "input.summary.0", "summary.0"],
  ["one that was left unticked", "input.class", "class"],
  ["one that no field has", "version", "version"],
])("%s is named as the form names it", (_what, field, named) => {
  expect(issuesOfForm([at(field, "Too long.")], names)[0]?.field).toBe(named);
});

it.each([
  ["a missing text", "text", "Write this as text.", "invalid-type", "Write something here."],
  [
    "zod's own words",
    "when",
    "Invalid input: expected string, received undefined",
    "invalid-type",
    "Write something here.",
  ],
  ["a list of codes", "class", "Classes are: typo, update.", "invalid-value", "Choose one."],
  ["a file that was not chosen", "file", "Invalid input", "custom", "Choose a file."],
  [
    "words that say what to do",
    "when",
    "Write a date as 2024-06-28.",
    "not-valid",
    "Write a date as 2024-06-28.",
  ],
])("%s is said in a person's words", (_what, field, message, code, told) => {
  expect(issuesOfForm([at(field, message, code)], names, new Set(["file"]))[0]?.message).toBe(told);
});

it("says of a field once that it is missing, and of others all that is wrong", () => {
  const told = issuesOfForm(
    [
      at("input.text", "Write something here."),
      at("input.text", "Write a name."),
      at("input.when", "There is no such day."),
      at("input.when", "Write a date as 2024-06-28."),
    ],
    names,
  );
  expect(told.map(({ field, message }) => [field, message])).toEqual([
    ["text", "Write something here."],
    ["when", "There is no such day."],
    ["when", "Write a date as 2024-06-28."],
  ]);
});
