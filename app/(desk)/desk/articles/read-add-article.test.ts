import { expect, it } from "vitest";
import { Refusal } from "@/lib/core/result";
import { readAddArticle } from "./read-add-article";

const formWith = (file: File) => {
  const form = new FormData();
  form.set("way", "file");
  form.set("file", file);
  return form;
};

it("a file without a byte in it is refused by its name, and a field in which none was chosen is as if it were not there", async () => {
  const empty = await readAddArticle(formWith(new File([], "scan.jpg"))).catch((error: unknown) => error);
  expect(empty).toBeInstanceOf(Refusal);
  expect((empty as Refusal).failure).toMatchObject({
    code: "empty-file",
    detail: expect.stringContaining("scan.jpg") as string,
    issues: [{ field: "file" }],
  });
  expect(await readAddArticle(formWith(new File([], "")))).not.toHaveProperty("file");
  expect(await readAddArticle(formWith(new File(["x"], "a.txt")))).toMatchObject({ file: { name: "a.txt" } });
});
