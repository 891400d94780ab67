import { expect, it } from "vitest";
import { gateRules } from "@/lib/verdicts/requirements/check";
import { remedyFor } from "./claim-links";

const links = { claim: "/c", verdict: "/c/verdict", sentences: "/c/verdict/sentences" };

it.each([
  ["sentence-uncovered", "verdict.writeUp.0", "/c/verdict/sentences#sentence-writeUp-0"],
  ["sentence-uncovered", "verdict.writeUp.12", "/c/verdict/sentences#sentence-writeUp-12"],
  ["placeholder-left", "verdict.finding", "/c/verdict#verdict-form-finding"],
  ["placeholder-left", "verdict.summary.1", "/c/verdict#verdict-form-summary.1"],
  ["placeholder-left", "verdict.writeUp", "/c/verdict#verdict-form-writeUp-label"],
  ["quote-cut", "evidence.e7", "/c#evidence-e7"],
  ["reply-not-asked", "replies.r1", "/c#reply-r1"],
])("the line %s of %s leads to %s", (code, field, href) => {
  expect(remedyFor(code, field, links, "in-review").href).toBe(href);
});

it.each(gateRules.map(({ code }) => code))("the line %s says what to do about it", (code) => {
  expect(remedyFor(code, "x", links, "ready").label).not.toBe("Look");
});

it.each([
  ["new", "Go to the next step", "/c#next"],
  ["researching", "Go to the next step", "/c#next"],
  ["in-review", "Review", "/c#review"],
  ["ready", "Review", "/c#review"],
] as const)(
  "while a claim is %s, what a missing review asks for is a step that is open: %s",
  (state, label, href) => {
    expect(remedyFor("review-missing", "reviews", links, state)).toEqual({ label, href });
  },
);
