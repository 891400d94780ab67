import { expect, it } from "vitest";
import { withPlainLines } from "./plain-lines";

it("a form has the line ends that were typed, every field it had, in order, and its files byte for byte", async () => {
  const sent = new FormData();
  sent.append("writeUp", "One.\r\n\r\nTwo.\r\n");
  sent.append("cited", "a");
  sent.append("cited", "b");
  sent.append("file", new File(["a\r\nb"], "a.csv", { type: "text/csv" }));
  const form = withPlainLines(sent);
  expect([...form.keys()]).toEqual(["writeUp", "cited", "cited", "file"]);
  expect([form.get("writeUp"), form.getAll("cited")]).toEqual(["One.\n\nTwo.\n", ["a", "b"]]);
  const file = form.get("file") as File;
  expect([file.name, file.type, await file.text()]).toEqual(["a.csv", "text/csv", "a\r\nb"]);
});
