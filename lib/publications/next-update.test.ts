import { describe, expect, it } from "vitest";
import { nextUpdateNews } from "./next-update";

const promised = (publishedAt: string, dueAt: string) => ({
  claimId: "c1",
  publishedAt: new Date(publishedAt),
  dueAt: new Date(dueAt),
});
const evening = promised("2031-03-01T14:10:00Z", "2031-03-01T18:00:00Z");
const soon = promised("2031-03-01T14:00:00Z", "2031-03-01T15:00:00Z");
const past = promised("2031-03-01T14:00:00Z", "2031-03-01T13:00:00Z");

describe("the update that first findings promise", () => {
  it.each([
    ["an hour and more away", evening, "2031-03-01T16:59:59Z", null],
    ["an hour away", evening, "2031-03-01T17:00:00Z", /^Readers were promised an update by .*18:00 UTC\.$/],
    ["half-way of a short time", soon, "2031-03-01T14:30:00Z", /15:00 UTC\.$/],
    ["due", evening, "2031-03-01T18:00:00Z", /by .*18:00 UTC, and none is published/],
    ["over when it was published", past, "2031-03-01T14:00:00Z", /none is published/],
  ] as const)("%s", (_name, of, now, words) => {
    const news = nextUpdateNews(of, new Date(now), "UTC");
    if (words === null) expect(news).toBeNull();
    else expect(news?.text).toMatch(words);
  });

  it("is told of once before it and once when it is over, and again when it was moved", () => {
    const keys = [
      nextUpdateNews(evening, new Date("2031-03-01T17:00:00Z"), "UTC"),
      nextUpdateNews(evening, new Date("2031-03-01T17:30:00Z"), "UTC"),
      nextUpdateNews(evening, new Date("2031-03-01T18:00:00Z"), "UTC"),
      nextUpdateNews(
        promised("2031-03-01T14:10:00Z", "2031-03-01T19:00:00Z"),
        new Date("2031-03-01T19:00:00Z"),
        "UTC",
      ),
    ].map((news) => news?.onceKey);
    expect(new Set(keys).size).toBe(3);
  });
});
