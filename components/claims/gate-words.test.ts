import { expect, it } from "vitest";
import { gateRules } from "@/lib/verdicts/requirements/check";
import { countMissing, gateGroups } from "./gate-words";

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

it("counts no line as missing that says who may not sign, unless one person may do both", () => {
  const bar = { code: "four-eyes", field: "signer", message: "Why" };
  const open = { code: "other-side-not-searched", field: "searches", message: "Why", overridable: true };
  const groups = gateGroups([bar, open]);
  expect(groups.map(({ title }) => title)).toEqual([
    "You wrote part: another editor must sign",
    "Other side not searched",
  ]);
  expect(countMissing(groups)).toBe(1);
  const own = gateGroups([{ ...bar, overridable: true }]);
  expect(own[0]?.title).toBe("You wrote part of this");
  expect(countMissing(own)).toBe(1);
});
