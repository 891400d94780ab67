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
  for (const name of ["", "undefined"])
    expect(await readAddArticle(formWith(new File([], name)))).not.toHaveProperty("file");
  expect(await readAddArticle(formWith(new File(["x"], "a.txt")))).toMatchObject({ file: { name: "a.txt" } });
});

it("evidence that is a file asks for the file", async () => {
  const form = formWith(new File([], "undefined"));
  form.set("describe", "on");
  const refused = await readAddArticle(form).catch((error: unknown) => error);
  expect((refused as Refusal).failure).toMatchObject({
    detail: "Choose the file: none came.",
    issues: [{ field: "file" }],
  });
});
