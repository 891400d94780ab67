import { expect, it } from "vitest";
import { sayTime } from "./say-time";

it.each([
  ["2024-06-28", undefined, "28 June 2024", "28 June 2024, time not given"],
  ["2024-06-28T10:12", undefined, "28 June 2024", "28 June 2024, 10:12 local time, zone not given"],
  ["2024-06-28T10:12:30.000Z", undefined, "28 June 2024", "28 June 2024, 10:12 UTC"],
  ["2024-06-28T10:12:30Z", "2024-06-28T23:59:00Z", "today, 10:12", "28 June 2024, 10:12 UTC"],
  ["2024-06-28T23:30:00Z", "2024-06-29T00:10:00Z", "yesterday, 23:30", "28 June 2024, 23:30 UTC"],
  ["2024-06-29T01:30:00+02:00", undefined, "28 June 2024", "28 June 2024, 23:30 UTC"],
  ["some day", undefined, "some day", "some day"],
])("says %s (now %s) as %s", (iso, now, words, exact) => {
  expect(sayTime(iso, now)).toEqual({ words, exact });
});

it.each([
  [
    "2024-06-28T22:30:00Z",
    "2024-06-28T23:10:00Z",
    "Europe/Kyiv",
    "today, 01:30",
    "29 June 2024, 01:30 (Europe/Kyiv)",
  ],
  [
    "2024-06-28T20:30:00Z",
    "2024-06-28T23:10:00Z",
    "Europe/Kyiv",
    "yesterday, 23:30",
    "28 June 2024, 23:30 (Europe/Kyiv)",
  ],
  [
    "2024-06-29T03:30:00Z",
    "2024-06-28T23:10:00Z",
    "America/New_York",
    "today, 23:30",
    "28 June 2024, 23:30 (America/New_York)",
  ],
  [
    "2024-11-03T06:30:00Z",
    "2024-11-04T04:30:00Z",
    "America/New_York",
    "today, 01:30",
    "3 November 2024, 01:30 (America/New_York)",
  ],
  ["2024-06-28", "2024-06-28T23:10:00Z", "Pacific/Auckland", "28 June 2024", "28 June 2024, time not given"],
])("says %s (now %s) in %s as %s", (iso, now, zone, words, exact) => {
  expect(sayTime(iso, now, zone)).toEqual({ words, exact });
});
