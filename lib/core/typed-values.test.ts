import { expect, it } from "vitest";
import { typedValues } from "./typed-values";

it("gives back every field that was typed and every box that was ticked, and no secret, file or field of the framework", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["$ACTION_REF_1", ""],
    ["url", "https://news.example/a,b"],
    ["events", "published"],
    ["events", "corrected"],
    ["events", "retracted"],
    ["empty", ""],
    ["password", "two people sign here"],
    ["code", "123456"],
  ] as const)
    form.append(name, value);
  form.append("file", new File(["bytes"], "a.csv"));
  expect(typedValues(form)).toEqual({
    url: "https://news.example/a,b",
    events: "published,corrected,retracted",
    empty: "",
  });
});
