import { expect, it } from "vitest";
import { Refusal } from "@/lib/core/result";
import { readAttribution } from "./read-attribution";

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ articleId: "a1", ...fields })) form.set(name, value);
  try {
    return readAttribution(form);
  } catch (error) {
    return (error as Refusal).failure;
  }
}

it("a source that leads nowhere is refused in the words of the form, at a field that it has", () => {
  const message = "Choose an article, or name who knew it first.";
  expect(read({ type: "cites", toArticleId: "", originName: " " })).toMatchObject({
    detail: message,
    issues: [{ field: "toArticleId", message }],
  });
});

it("leads to the article that was chosen, or to whoever was named, and nowhere where it reports itself", () => {
  expect(read({ type: "cites", toArticleId: "a2" })).toMatchObject({ input: { to: { articleId: "a2" } } });
  expect(read({ type: "cites", originName: "the port", originPrimary: "on" })).toMatchObject({
    input: { to: { origin: { name: "the port", primary: true } } },
  });
  expect(read({ type: "own-reporting" })).toEqual({ id: "a1", input: { type: "own-reporting" } });
});
