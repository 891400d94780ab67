import { expect, it } from "vitest";
import { uploadKey } from "./upload-key";

type Given = { title?: string; name?: string; bytes?: string; lastModified?: number; more?: string };

function formOf({ title = "Call", name = "a.wav", bytes = "sound", lastModified = 1, more }: Given = {}) {
  const form = new FormData();
  form.set("title", title);
  form.set("file", new File([bytes], name, { type: "audio/wav", lastModified }));
  if (more !== undefined) form.set("outlet", more);
  return form;
}

it("an upload that is sent again as it was keeps its key", () => {
  const first = uploadKey(null, formOf(), "one");
  expect(first.key).toBe("one");
  expect(uploadKey(first, formOf(), "two").key).toBe("one");
});

it.each<[string, Given]>([
  ["a word", { title: "A call" }],
  ["a field", { more: "" }],
  ["the file's name", { name: "b.wav" }],
  ["its length", { bytes: "sounds" }],
  ["its time", { lastModified: 2 }],
])("another form has another key: %s", (_what, other) => {
  const first = uploadKey(null, formOf(), "one");
  expect(uploadKey(first, formOf(other), "two").key).toBe("two");
});
