import { expect, it } from "vitest";
import { readVerdict } from "./read-forms";

it("a point is one line, however many it was typed in, and an empty one is left out", () => {
  const form = new FormData();
  form.set("summary.0", "The budget names\n the sum.\n");
  form.set("summary.1", " ");
  form.set("summary.2", "Nobody else does.");
  expect(readVerdict(form).summary).toEqual(["The budget names the sum. ", "Nobody else does."]);
});
