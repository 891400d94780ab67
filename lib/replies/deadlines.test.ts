import { describe, expect, it } from "vitest";
import { deadlineNews, warnAt } from "./deadlines";

const request = (askedAt: string, deadlineAt: string) => ({
  id: "r1",
  asked: "The yard",
  askedAt: new Date(askedAt),
  deadlineAt: new Date(deadlineAt),
});

describe("when the one who asked is reminded of a deadline", () => {
  it.each([
    ["a week was given", "2031-03-01T12:00:00Z", "2031-03-08T12:00:00Z", "2031-03-07T12:00:00.000Z"],
    ["four hours were given", "2031-03-01T12:00:00Z", "2031-03-01T16:00:00Z", "2031-03-01T14:00:00.000Z"],
    ["none were given", "2031-03-01T12:00:00Z", "2031-03-01T12:00:00Z", "2031-03-01T12:00:00.000Z"],
    ["it was noted late", "2031-03-02T12:00:00Z", "2031-03-01T12:00:00Z", "2031-03-01T12:00:00.000Z"],
  ])("%s", (_name, askedAt, deadlineAt, expected) =>
    expect(warnAt(request(askedAt, deadlineAt)).toISOString()).toBe(expected),
  );
});

describe("what they are told", () => {
  const week = request("2031-03-01T12:00:00Z", "2031-03-08T12:00:00Z");
  it.each([
    ["2031-03-07T11:59:59Z", null],
    ["2031-03-07T12:00:00Z", "reply-due"],
    ["2031-03-08T11:59:59Z", "reply-due"],
    ["2031-03-08T12:00:00Z", "reply-over"],
  ])("at %s: %s", (now, kind) => expect(deadlineNews(week, new Date(now), "UTC")?.kind ?? null).toBe(kind));

  it("is said once for each deadline, and again when it was moved", () => {
    const [first, later] = ["2031-03-08T12:00:00Z", "2031-03-09T12:00:00Z"].map((deadlineAt) =>
      deadlineNews(request("2031-03-01T12:00:00Z", deadlineAt), new Date("2031-03-10T00:00:00Z"), "UTC"),
    );
    expect(first?.onceKey).not.toBe(later?.onceKey);
    expect(first?.text).toBe(
      "The yard has not answered by 8 March 2031, 12:00 UTC. Log what came, or that nothing did.",
    );
  });

  it("names the deadline on the newsroom's clocks", () => {
    const news = deadlineNews(week, new Date("2031-03-08T12:00:00Z"), "Europe/Kyiv");
    expect(news?.text).toContain("by 8 March 2031, 14:00 (Europe/Kyiv).");
  });
});
