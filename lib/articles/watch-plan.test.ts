import { describe, expect, it, test } from "vitest";
import { dayMs, hourMs } from "../core/durations";
import { defaultWatchSettings as settings } from "../settings/watch-settings";
import { freshSince, hostOf, hostRestMs, nextCheckAt, validatorsOf, type CheckFacts } from "./watch-plan";

const now = new Date("2031-03-14T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

/** Hours until the next look, without the spread of up to a tenth. */
function hoursUntil(more: Partial<CheckFacts>): [least: number, most: number] {
  const facts = { articleId: "a", lookedAt: now, freshSince: null, failures: 0, ...more };
  const hours = (nextCheckAt(facts, settings).getTime() - now.getTime()) / hourMs;
  return [hours / 1.1, hours];
}

test.each([
  ["published today", { freshSince: now }, 6],
  ["almost two days old", { freshSince: daysAgo(1.9) }, 6],
  ["two days old", { freshSince: daysAgo(2) }, 24],
  ["two weeks old", { freshSince: daysAgo(14) }, 168],
  ["three months old", { freshSince: daysAgo(90) }, 720],
  ["of unknown age", { freshSince: null }, 720],
  ["dated tomorrow by its site", { freshSince: daysAgo(-1) }, 6],
  ["not reached once", { failures: 1, freshSince: now }, 1],
  ["not reached twice", { failures: 2 }, 2],
  ["not reached five times", { failures: 5 }, 16],
  ["not reached eight times", { failures: 8 }, 128],
  ["not reached nine times: a week at most", { failures: 9 }, 168],
  ["not reached a thousand times", { failures: 1000 }, 168],
  ["refused once: a day at least", { failures: 1, isRefused: true }, 24],
  ["refused nine times", { failures: 9, isRefused: true }, 168],
  ["asked to wait three hours", { failures: 1, retryAfterSeconds: 3 * 3600 }, 3],
  ["asked to wait less than we would", { failures: 4, retryAfterSeconds: 60 }, 8],
  ["asked to wait for years: a month is believed", { failures: 1, retryAfterSeconds: 1e9 }, 720],
] as const)("a page %s is looked at in its time", (_name, facts, hours) => {
  const [least, most] = hoursUntil(facts);
  expect(least).toBeLessThanOrEqual(hours + 1e-6);
  expect(most).toBeGreaterThanOrEqual(hours - 1e-6);
});

describe("the plan", () => {
  it("spreads pages captured together, and gives the same page the same time", () => {
    const at = (articleId: string) =>
      nextCheckAt({ articleId, lookedAt: now, freshSince: now, failures: 0 }, settings).getTime();
    const times = Array.from({ length: 50 }, (_, index) => at(`article-${index}`));
    expect(new Set(times).size).toBeGreaterThan(45);
    expect(at("article-7")).toBe(times[7]);
  });

  it("takes the latest of what makes a page fresh", () => {
    const none = { publishedAt: null, ourPublicationAt: null, changedAt: null };
    expect(freshSince(none)).toBeNull();
    expect(freshSince({ ...none, publishedAt: "2031-03-01T10:00" })).toEqual(new Date("2031-03-01"));
    expect(freshSince({ ...none, publishedAt: "no date" })).toBeNull();
    expect(freshSince({ publishedAt: "2020-01-01", ourPublicationAt: now, changedAt: daysAgo(3) })).toEqual(
      now,
    );
  });

  it("leaves a site alone as long as it asks, an hour at most, and never shorter than we want", () => {
    expect(hostRestMs(settings, null)).toBe(30_000);
    expect(hostRestMs(settings, 5)).toBe(30_000);
    expect(hostRestMs(settings, 120)).toBe(120_000);
    expect(hostRestMs(settings, 99_999)).toBe(hourMs);
  });

  it("tells sites apart by host and port", () => {
    expect(hostOf("https://News.example/a")).toBe("news.example");
    expect(hostOf("http://127.0.0.1:4321/a")).toBe("127.0.0.1:4321");
    expect(hostOf("no address")).toBeNull();
  });
});

test.each([
  ["a strong tag", [["ETag", '"abc"']], { etag: '"abc"' }],
  ["a weak tag", [["etag", 'W/"abc"']], { etag: 'W/"abc"' }],
  [
    "a date",
    [["Last-Modified", "Fri, 14 Mar 2031 08:00:00 GMT"]],
    { lastModified: "Fri, 14 Mar 2031 08:00:00 GMT" },
  ],
  ["a tag without quotes", [["etag", "abc"]], null],
  ["a tag that would break a header", [["etag", '"a\r\nx: y"']], null],
  ["a date that is none", [["last-modified", "yesterday"]], null],
  ["nothing", [["content-type", "text/html"]], null],
] as const)("%s of an answer is sent back, or not", (_name, headers, wanted) => {
  expect(validatorsOf(headers as unknown as [string, string][])).toEqual(wanted);
});
