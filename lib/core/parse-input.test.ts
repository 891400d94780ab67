import { expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse-input";
import { text } from "./text-input";

it("tells one problem of a field at a time, and all fields that have one", () => {
  const name = text({ max: 20 }).refine((given) => given !== "", { error: "Write a name." });
  const day = z.string().regex(/^\d+$/, { error: "Write a day." }).refine(Boolean, { error: "No such day." });
  const refused = parseInput(z.strictObject({ name, day }), { name: "", day: "" });
  expect(refused.ok ? [] : refused.error.issues?.map(({ field, message }) => [field, message])).toEqual([
    ["name", "Write something here."],
    ["day", "Write a day."],
  ]);
});
