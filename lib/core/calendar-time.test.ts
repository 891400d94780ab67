import { expect, test } from "vitest";
import { isCalendarTime } from "./calendar-time";

test.each([
  ["2024", true],
  ["2024-06", true],
  ["2024-02-29", true],
  ["2024-06-28T14:26", true],
  ["2024-06-28T14:26:05.5+09:00", true],
  ["2024-06-28T14:26Z", true],
  ["2023-02-29", false],
  ["2024-02-31", false],
  ["2024-13-01", false],
  ["2024-00-01", false],
  ["2024-06-28T24:01", false],
  ["2024-06-28T14:60", false],
  ["2024-06-28T14", false],
  ["2024-06-28T14:26+25:00", false],
  ["28 June 2024", false],
])("%s is a time of the calendar: %s", (value, isOne) => {
  expect(isCalendarTime(value)).toBe(isOne);
});
