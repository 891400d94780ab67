import { expect, it } from "vitest";
import { captureOriginalFormSchema, readCaptureOriginal } from "./read-capture-original";

it("the form of an original carries on the claim it is for, the list that was opened from and what is open beside it", async () => {
  const form = new FormData();
  const carried = { articleId: "wire", claimId: "c1", in: "needs=all&sort=oldest", beside: "a.b" };
  for (const [name, value] of Object.entries({ ...carried, text: "The port bought cranes." }))
    form.set(name, value);
  const read = captureOriginalFormSchema.parse(await readCaptureOriginal(form));
  expect(read).toMatchObject({ id: "wire", claimId: "c1", list: "needs=all&sort=oldest", beside: "a.b" });
  for (const name of ["in", "beside"]) form.delete(name);
  const bare = captureOriginalFormSchema.parse(await readCaptureOriginal(form));
  expect(bare).not.toHaveProperty("list");
  expect(bare).not.toHaveProperty("beside");
});
