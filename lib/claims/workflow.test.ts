import { describe, expect, test } from "vitest";
import { claimStates, externalEvents, isOpenState, openStates } from "./vocabulary";
import type { ClaimState } from "./vocabulary";
import { acceptsReviews, availableEvents, internalEvents, nextState } from "./workflow";
import type { ClaimEvent } from "./workflow";

const complete = { rating: "disputed", finding: "The amount is another." };
const standing = { isPublished: true };
const allowed: [ClaimState, ClaimEvent, ClaimState][] = [
  ["new", "start-research", "researching"],
  ["new", "decline", "declined"],
  ["new", "edit", "new"],
  ["researching", "submit", "in-review"],
  ["researching", "decline", "declined"],
  ["researching", "edit", "researching"],
  ["in-review", "return", "researching"],
  ["in-review", "ready", "ready"],
  ["in-review", "edit", "in-review"],
  ["ready", "return", "researching"],
  ["ready", "sign-off", "published"],
  ["ready", "edit", "in-review"],
  ["published", "correct", "in-review"],
  ["published", "retract", "retracted"],
  ["declined", "reopen", "researching"],
];

describe("the claim workflow", () => {
  test.each(allowed)("%s + %s → %s", (state, event, target) => {
    expect(nextState(state, event, complete)).toEqual({ ok: true, value: target });
  });

  const others = claimStates
    .flatMap((state) => [...externalEvents, ...internalEvents].map((event) => [state, event] as const))
    .filter(([state, event]) => !allowed.some((row) => row[0] === state && row[1] === event));

  test.each(others)("%s refuses %s and moves nowhere", (state, event) => {
    const result = nextState(state, event, complete);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: "invalid", extra: { allowed: availableEvents(state) } },
    });
    if (event !== "edit") expect(result).toMatchObject({ error: { code: "event-not-allowed" } });
  });

  test("a claim is called open exactly where it may be written", () => {
    const writable = claimStates.filter((state) => nextState(state, "edit").ok);
    expect(claimStates.filter(isOpenState)).toEqual(writable);
    expect(openStates).toEqual(writable);
  });

  test("names inherited by every object are no events", () => {
    for (const event of ["constructor", "toString", "__proto__"]) {
      expect(nextState("new", event as ClaimEvent).ok).toBe(false);
    }
  });

  test.each([
    ["published", "open-a-correction"],
    ["declined", "claim-declined"],
    ["retracted", "claim-retracted"],
  ] as const)("a write on a %s claim answers %s", (state, code) => {
    expect(nextState(state, "edit")).toMatchObject({ ok: false, error: { kind: "invalid", code } });
  });

  test("ready asks for rating and finding and names what is missing", () => {
    const codesFor = (facts: Parameters<typeof nextState>[2]) => {
      const result = nextState("in-review", "ready", facts);
      return result.ok ? [] : result.error.issues?.map((issue) => issue.code);
    };
    expect(codesFor(complete)).toEqual([]);
    expect(codesFor({})).toEqual(["rating-missing", "finding-missing"]);
    expect(codesFor({ rating: "disputed", finding: "  " })).toEqual(["finding-missing"]);
    expect(codesFor({ rating: null, finding: "Known." })).toEqual(["rating-missing"]);
  });

  test.each(["new", "researching"] as const)(
    "a decline that is taken back leaves the claim %s, as it was",
    (state) => {
      expect(nextState("declined", "reopen", { declinedIn: state })).toEqual({ ok: true, value: state });
      expect(nextState("in-review", "return", { declinedIn: state })).toEqual({
        ok: true,
        value: "researching",
      });
    },
  );

  test("a claim whose publication stands cannot be declined away", () => {
    expect(availableEvents("researching", { isPublished: true })).toEqual(["submit"]);
    expect(nextState("researching", "decline", { isPublished: true })).toMatchObject({
      error: { code: "event-not-allowed", extra: { allowed: ["submit"] } },
    });
  });

  test.each(["researching", "in-review", "ready"] as const)(
    "a publication that is being corrected, now %s, can be retracted, or its correction taken back",
    (state) => {
      expect(nextState(state, "retract", standing)).toEqual({ ok: true, value: "retracted" });
      expect(nextState(state, "abandon", standing)).toEqual({ ok: true, value: "published" });
    },
  );

  test("available events are those that people send", () => {
    expect(availableEvents("ready")).toEqual(["return"]);
    expect(availableEvents("published")).toEqual([]);
  });

  test("reviews are given in review and ready only", () => {
    expect(claimStates.filter(acceptsReviews)).toEqual(["in-review", "ready"]);
  });
});
