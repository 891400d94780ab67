import { expect, it } from "vitest";
import { sayTime } from "./say-time";

it.each([
  ["2024-06-28", undefined, "28 June 2024", "28 June 2024, time not given"],
  ["2024-06-28T10:12", undefined, "28 June 2024", "28 June 2024, 10:12 local time, zone not given"],
  ["2024-06-28T10:12:30.000Z", undefined, "28 June 2024", "28 June 2024, 10:12 UTC"],
  ["2024-06-28T10:12:30Z", "2024-06-28T23:59:00Z", "10:12", "28 June 2024, 10:12 UTC"],
  ["2024-06-28T23:30:00Z", "2024-06-29T00:10:00Z", "yesterday, 23:30", "28 June 2024, 23:30 UTC"],
  ["2024-06-29T01:30:00+02:00", undefined, "28 June 2024", "28 June 2024, 23:30 UTC"],
  ["some day", undefined, "some day", "some day"],
])("says %s (now %s) as %s", (iso, now, words, exact) => {
  expect(sayTime(iso, now)).toEqual({ words, exact });
});
