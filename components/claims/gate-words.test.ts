import { expect, it } from "vitest";
import { gateRules } from "@/lib/verdicts/requirements/check";
import { gateGroups } from "./gate-words";

it.each(gateRules.map(({ code }) => code))("has a few words of its own for %s", (code) => {
  const message = "A long sentence that explains it. And what to do.";
  const [group] = gateGroups([{ code, field: "x", message }]);
  expect(group?.title).not.toBe(message);
  expect(group?.title.split(" ").length).toBeLessThanOrEqual(7);
});

it("says several of one kind once, with their number", () => {
  const issue = { code: "quote-cut", message: "Why" };
  expect(
    gateGroups([
      { ...issue, field: "evidence.a" },
      { ...issue, field: "evidence.b" },
    ]),
  ).toMatchObject([
    {
      title: "2 quotes wait for a second person",
      issues: [{ field: "evidence.a" }, { field: "evidence.b" }],
    },
  ]);
});
