import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "./rate-limit";

const now = new Date("2026-01-02T03:04:05Z");
const ago = (...seconds: number[]) => seconds.map((s) => new Date(now.getTime() - s * 1000));
const rate = { limit: 3, windowSeconds: 60 };

describe("decide", () => {
  it.each([
    ["nothing yet", [], true, 0],
    ["one below the limit", [1, 2], true, 0],
    ["at the limit", [1, 2, 50], false, 10],
    ["any order", [50, 1, 2], false, 10],
    ["beyond the limit, two must expire", [1, 2, 40, 50], false, 20],
    ["a hit exactly one window old is out", [1, 2, 60], true, 0],
    ["a fraction of a second rounds up", [1, 2, 59.9], false, 1],
    ["another host's clock is a little ahead", [-5, -5, -5], false, 60],
    ["a clock jump far ahead locks nobody out", [-7200, -7200, -7200], true, 0],
  ])("%s", (_name, seconds, allowed, retryAfterSeconds) => {
    expect(decide(rate, ago(...seconds), now)).toEqual({ allowed, retryAfterSeconds });
  });

  it("a limit of nothing is never allowed", () => {
    expect(decide({ limit: 0, windowSeconds: 60 }, [], now)).toEqual({
      allowed: false,
      retryAfterSeconds: 60,
    });
  });

  it("2.4.1: a refused caller who waits as told is allowed then, and the wait is never longer than the window", () => {
    const hits = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(hits, fc.integer({ min: 1, max: 5 }), (ms, limit) => {
        const times = ms.map((m) => new Date(now.getTime() - m));
        const answer = decide({ limit, windowSeconds: 60 }, times, now);
        if (answer.allowed) return answer.retryAfterSeconds === 0;
        const later = new Date(now.getTime() + answer.retryAfterSeconds * 1000);
        return answer.retryAfterSeconds <= 60 && decide({ limit, windowSeconds: 60 }, times, later).allowed;
      }),
    );
  });
});
