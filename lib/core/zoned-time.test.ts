import { describe, expect, it } from "vitest";
import { clockIn, instantIn, isTimeZone, readingsOf, sayInZone, sayMinute, sayWithin } from "./zoned-time";

it.each([
  ["UTC", "2024-06-29T06:00", "2024-06-29T06:00:00.000Z"],
  ["Europe/Kyiv", "2024-06-29T06:00", "2024-06-29T03:00:00.000Z"],
  ["Europe/Kyiv", "2024-12-29T06:00", "2024-12-29T04:00:00.000Z"],
  ["America/New_York", "2024-03-10T01:59", "2024-03-10T06:59:00.000Z"],
  ["America/New_York", "2024-03-10T03:00", "2024-03-10T07:00:00.000Z"],
  ["Asia/Kathmandu", "2024-06-29T06:00", "2024-06-29T00:15:00.000Z"],
  ["Pacific/Kiritimati", "2024-01-01T00:30", "2023-12-31T10:30:00.000Z"],
  ["Australia/Lord_Howe", "2024-10-06T02:30", "2024-10-05T15:30:00.000Z"],
  ["Europe/London", "2024-10-27T02:00", "2024-10-27T02:00:00.000Z"],
])("a time that comes once is one instant: %s %s", (zone, wanted, instant) => {
  const found = instantIn(zone, wanted, "publishAt");
  expect(found.ok && found.value.toISOString()).toBe(instant);
  expect(clockIn(zone, new Date(instant))).toBe(wanted);
});

it.each([
  ["Europe/Kyiv", "2024-03-31T03:30", "time-skipped", "04:30"],
  ["America/New_York", "2024-03-10T02:30", "time-skipped", "03:30"],
  ["Pacific/Apia", "2011-12-30T06:00", "time-skipped", "06:00"],
  ["Europe/London", "2024-10-27T01:30", "time-twice", "“2024-10-27 01:30 +01:00” for 01:30 summer time"],
  ["Australia/Lord_Howe", "2024-04-07T01:45", "time-twice", "or “2024-04-07 01:45 +10:30” for"],
  ["UTC", "2024-02-30T06:00", "time-malformed", "no such day"],
  ["UTC", "tomorrow", "time-malformed", "Write a day"],
])(
  "a time that is skipped or comes twice is refused, with what to write: %s %s",
  (zone, wanted, code, says) => {
    const found = instantIn(zone, wanted, "publishAt");
    expect(found.ok).toBe(false);
    if (!found.ok) {
      expect(found.error.code).toBe(code);
      expect(found.error.detail).toContain(says);
    }
  },
);

it("a time within a sentence has its day only where that was another one on the newsroom's clocks", () => {
  const say = (now: string) => sayWithin("Europe/Kyiv", new Date("2031-03-14T17:18:00Z"), new Date(now));
  expect(say("2031-03-14T21:59:00Z")).toBe("at 19:18");
  expect(say("2031-03-14T22:00:00Z")).toMatch(/^on Friday 14 March 2031, 19:18 /);
});

it("says a planned time with its day and its zone", () => {
  expect(sayInZone("Europe/Kyiv", new Date("2024-06-29T03:00:00Z"))).toBe(
    "Saturday 29 June 2024, 06:00 (Europe/Kyiv)",
  );
});

it.each([
  ["UTC", "2024-06-28T16:00:59Z", "28 June 2024, 16:00 UTC"],
  ["Europe/Kyiv", "2024-06-28T22:00:00Z", "29 June 2024, 01:00 (Europe/Kyiv)"],
])("says a minute in %s", (zone, at, words) => expect(sayMinute(zone, new Date(at))).toBe(words));

it.each([
  ["Europe/Kyiv", true],
  ["UTC", true],
  ["Kyiv", false],
  ["", false],
  ["../etc", false],
])("knows whether %s is a time zone", (name, isOne) => {
  expect(isTimeZone(name)).toBe(isOne);
});

describe("a local time that comes twice", () => {
  it.each([
    [
      "Europe/Kyiv",
      "2024-10-27T03:30",
      ["00:30 03:30 summer time (UTC+3)", "01:30 03:30 winter time (UTC+2)"],
    ],
    [
      "Europe/Kyiv",
      "2024-10-27T03:00",
      ["00:00 03:00 summer time (UTC+3)", "01:00 03:00 winter time (UTC+2)"],
    ],
    [
      "Europe/London",
      "2024-10-27T01:30",
      ["00:30 01:30 summer time (UTC+1)", "01:30 01:30 winter time (UTC)"],
    ],
    [
      "America/St_Johns",
      "2024-11-03T01:15",
      ["03:45 01:15 summer time (UTC−2:30)", "04:45 01:15 winter time (UTC−3:30)"],
    ],
    [
      "Australia/Sydney",
      "2024-04-07T02:30",
      ["15:30 02:30 summer time (UTC+11)", "16:30 02:30 winter time (UTC+10)"],
    ],
    [
      "Europe/Moscow",
      "2014-10-26T01:30",
      ["21:30 01:30 before the clocks change (UTC+4)", "22:30 01:30 after the clocks change (UTC+3)"],
    ],
    ["Europe/Kyiv", "2024-10-27T02:59", []],
    ["Europe/Kyiv", "2024-10-27T04:00", []],
    ["Europe/Kyiv", "2024-03-31T03:30", []],
    ["UTC", "2024-10-27T03:30", []],
    ["Europe/Kyiv", "soon", []],
    ["Europe/Kyiv", "", []],
  ])("of %s, %s, is read as %j", (zone, typed, readings) =>
    expect(readingsOf(zone, typed).map(({ at, words }) => `${at.slice(11, 16)} ${words}`)).toEqual(readings),
  );
});
