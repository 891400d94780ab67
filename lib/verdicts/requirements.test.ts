import { describe, expect, test } from "vitest";
import { dossierFixture } from "../claims/dossier-fixture";
import { defaultRatings } from "../settings/ratings";
import { applyOverrides, gateIssues } from "./requirements";
import { gateRules } from "./requirements/check";
import { claim, onePerson, options, part, verdict } from "./requirements/gate-fixture";
import { peopleCases } from "./requirements/people-cases";
import { sourceCases } from "./requirements/source-cases";

const rows = [...peopleCases, ...sourceCases];

describe("the publish gate", () => {
  test.each(rows)("%s", (_name, over, codes, changed) => {
    const issues = gateIssues(dossierFixture(over), { ...options, ...changed });
    expect(issues.map((issue) => issue.code)).toEqual(codes);
  });

  test("every code of the list is met by some row", () => {
    const met = new Set(rows.flatMap(([, , codes]) => codes));
    expect(gateRules.map((rule) => rule.code).filter((code) => !met.has(code))).toEqual([]);
  });

  test("first findings may not take a renamed end of the scale either", () => {
    const ratings = [
      ...defaultRatings,
      { code: "true", label: "True", meaning: "it is so", number: 6, marks: ["confirmed"] as const },
    ];
    const over = { ...claim({ provisional: true }), ...verdict({ rating: "true" }) };
    expect(gateIssues(dossierFixture(over), { ...options, ratings }).map((issue) => issue.code)).toEqual([
      "provisional-rating",
    ]);
  });

  test("an empty dossier answers with everything that is missing, and does not break", () => {
    const empty = dossierFixture({
      evidence: [],
      articles: [],
      origins: [],
      attributions: [],
      reviews: [],
      searches: [],
      replies: [],
      ...verdict({ rating: null, finding: "", writeUp: "" }),
    });
    expect(gateIssues(empty, options).map((issue) => issue.code)).toEqual([
      "rating-missing",
      "finding-missing",
      "review-missing",
      "origins-too-few",
      "other-side-not-searched",
      "reply-not-asked",
    ]);
  });

  test("each issue says which field, what to do, and whether it can be overridden", () => {
    const fixed = [
      "rating-missing",
      "finding-missing",
      "review-missing",
      "rating-against-marks",
      "quote-not-verbatim",
      "class-too-light",
      "four-eyes",
      "provisional-rating",
      "next-update-passed",
      "legal-read-missing",
    ];
    for (const [, over, , changed] of rows) {
      for (const issue of gateIssues(dossierFixture(over), { ...options, ...changed })) {
        expect(issue.overridable, issue.code).toBe(!fixed.includes(issue.code));
        expect(issue.field).toMatch(/^[a-z]+(\.[\w-]+)*$/i);
        expect(issue.message).toMatch(/[.”]$/);
      }
    }
  });

  test("a part that is not rated yet is said to be that, and not to be rated lower", () => {
    const messageOf = (rating: string | null) =>
      gateIssues(dossierFixture(part(rating)), options).find(({ code }) => code === "part-rated-lower")
        ?.message;
    const unknown = "Until it is known, the whole cannot be rated above the middle of the scale.";
    expect(messageOf(null)).toBe(`A central part is not rated yet: “It was in April.” ${unknown}`);
    expect(messageOf("unproven")).toBe(`A central part is rated “Unproven”: “It was in April.” ${unknown}`);
    expect(messageOf("disputed")).toContain(
      "is rated “Disputed”: “It was in April.” The whole cannot be rated higher.",
    );
  });

  test("four eyes is overridable at a one-person desk only", () => {
    const dossier = dossierFixture({ authorIds: ["signer"] });
    expect(gateIssues(dossier, { ...options, ...onePerson })).toMatchObject([
      { code: "four-eyes", overridable: true },
    ]);
    expect(gateIssues(dossier, options)).toMatchObject([{ code: "four-eyes", overridable: false }]);
  });
});

describe("overrides", () => {
  const issue = (code: string, overridable = true) => ({ code, field: "x", message: "x", overridable });
  const apply = (
    issues: ReturnType<typeof issue>[],
    overrides: [string, string][],
    rating: string | null = "confirmed",
  ) => {
    const result = applyOverrides(
      issues,
      overrides.map(([code, reason]) => ({ code, reason })),
      rating,
    );
    return {
      open: result.open.map(({ code }) => code),
      used: result.used,
      problems: result.problems.map(({ code, field }) => `${field} ${code}`),
    };
  };

  test("a reason lifts every issue of its code", () => {
    expect(
      apply([issue("quote-cut"), issue("quote-cut"), issue("reply-not-asked")], [["quote-cut", " fair "]]),
    ).toEqual({
      open: ["reply-not-asked"],
      used: [{ code: "quote-cut", reason: "fair" }],
      problems: [],
    });
  });

  test.each([
    ["no reason", issue("quote-cut"), "quote-cut", "  ", "overrides.0.reason override-reason-missing"],
    [
      "a line that nobody may lift",
      issue("finding-missing", false),
      "finding-missing",
      "why",
      "overrides.0.code override-not-allowed",
    ],
    [
      "four eyes at a desk of several",
      issue("four-eyes", false),
      "four-eyes",
      "why",
      "overrides.0.code override-not-allowed",
    ],
    [
      "a code that does not exist",
      issue("quote-cut"),
      "quote-kut",
      "why",
      "overrides.0.code override-unknown",
    ],
    [
      "a code inherited by every object",
      issue("quote-cut"),
      "constructor",
      "why",
      "overrides.0.code override-unknown",
    ],
  ])("%s is a problem and lifts nothing", (_name, only, code, reason, problem) => {
    expect(apply([only], [[code, reason]])).toEqual({ open: [only.code], used: [], problems: [problem] });
  });

  test("an override that nothing needs is not printed", () => {
    expect(apply([], [["quote-cut", "why"]])).toEqual({ open: [], used: [], problems: [] });
  });

  test.each([
    ["reported", true],
    ["unproven", true],
    ["misleading", true],
    ["partly-confirmed", true],
    ["mostly-confirmed", false],
    ["confirmed", false],
    ["disputed", false],
    [null, false],
  ])("too few origins, overridden, rated %s: allowed %s", (rating, isAllowed) => {
    const result = apply([issue("origins-too-few")], [["origins-too-few", "Nobody else was there."]], rating);
    expect(result.open).toEqual(isAllowed ? [] : ["origins-too-few"]);
    expect(result.problems).toEqual(isAllowed ? [] : ["overrides.0.code override-rating"]);
  });
});
