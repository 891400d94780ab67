import { describe, expect, it } from "vitest";
import { heldForField, holdForm, isHeldForAnother, isPageOfAnother, pageOfField } from "./held-form";

function formOf(...pairs: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe("a form whose session had ended", () => {
  it("keeps every field in its order, repeated ones and the framework's included", () => {
    const held = holdForm(formOf(["$ACTION_KEY", "k1"], ["a", "1"], ["a", "2"], ["text", "two\r\nlines"]));
    expect(held.fields).toEqual([
      { name: "$ACTION_KEY", value: "k1" },
      { name: "a", value: "1" },
      { name: "a", value: "2" },
      { name: "text", value: "two\r\nlines" },
    ]);
  });

  it("shows what a person wrote, and neither ids nor the framework's fields", () => {
    const held = holdForm(formOf(["$ACTION_1:0", "{ a b }"], ["id", "01J0"], ["finding", "It was so"]));
    expect(held.words).toEqual([{ name: "finding", value: "It was so" }]);
  });

  it("never writes a password or a code into the page, but asks for it again once", () => {
    const held = holdForm(formOf(["password", "hunter two"], ["code", "123456"], ["password", "again"]));
    expect(held.fields).toEqual([]);
    expect(held.words).toEqual([]);
    expect(held.secrets).toEqual(["password", "code"]);
  });

  it("names the files that have to be chosen again, and no empty file field", () => {
    const held = holdForm(formOf(["file", new File(["x"], "page.pdf")], ["other", new File([], "")]));
    expect(held.files).toEqual([{ name: "file", value: "page.pdf" }]);
  });

  it("forgets for whom it was held before, so that this is said once", () => {
    expect(holdForm(formOf([heldForField, "somebody"])).fields).toEqual([]);
  });

  it.each([
    ["the same person", [[heldForField, "ann"]], "ann", false],
    ["another person", [[heldForField, "ann"]], "ben", true],
    ["nobody knows whose", [[heldForField, ""]], "ben", true],
    ["a form that was not held", [["text", "x"]], "ben", false],
  ] as [string, [string, string][], string, boolean][])("sent by: %s", (_who, pairs, sender, isAnother) => {
    expect(isHeldForAnother(formOf(...pairs), sender)).toBe(isAnother);
  });

  it.each([
    ["whoever opened the page", [[pageOfField, "ann"]], "ann", false],
    ["whoever signed in since", [[pageOfField, "ann"]], "ben", true],
    ["a page without scripts", [["text", "x"]], "ben", false],
  ] as [string, [string, string][], string, boolean][])("sent by %s", (_who, pairs, sender, isAnother) => {
    expect(isPageOfAnother(formOf(...pairs), sender)).toBe(isAnother);
  });
});
