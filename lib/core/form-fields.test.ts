import { describe, expect, it } from "vitest";
import { dateAsStored, typedTime } from "./form-fields";
import { Refusal, type Failure } from "./result";

function read(typed: string, zone?: string, was?: string): string | Failure | undefined {
  const form = new FormData();
  form.set("deadlineAt", typed);
  if (zone) form.set("deadlineAt.zone", zone);
  if (was) form.set("deadlineAt.was", was);
  try {
    return typedTime(form, "deadlineAt");
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

describe("a time that is typed into a form", () => {
  it.each([
    ["", "Europe/Kyiv", undefined],
    ["2024-06-28T18:00", undefined, "2024-06-28T18:00:00.000Z"],
    ["2024-06-28T18:00", "UTC", "2024-06-28T18:00:00.000Z"],
    ["2024-06-28T18:00", "Europe/Kyiv", "2024-06-28T15:00:00.000Z"],
    ["2024-12-28T18:00", "Europe/Kyiv", "2024-12-28T16:00:00.000Z"],
    ["2024-12-31T21:00", "America/New_York", "2025-01-01T02:00:00.000Z"],
    ["2024-06-28T18:00:00+02:00", "Europe/Kyiv", "2024-06-28T18:00:00+02:00"],
  ])("%s on the clocks of %s is %s", (typed, zone, instant) => expect(read(typed, zone)).toBe(instant));

  it.each([
    ["in the gap of spring", "2024-03-31T03:30", "Europe/Kyiv", "time-skipped"],
    ["in the overlap of autumn", "2024-10-27T03:30", "Europe/Kyiv", "time-twice"],
    ["no day", "2024-02-30T10:00", "Europe/Kyiv", "time-malformed"],
    ["no time", "soon", "Europe/Kyiv", "time-malformed"],
    ["of no zone", "2024-06-28T18:00", "Mars/Olympus", "time-zone"],
  ])("%s is refused at its field, with the way out", (_what, typed, zone, code) => {
    expect(read(typed, zone)).toMatchObject({
      code,
      issues: [{ code, field: "deadlineAt", message: expect.stringMatching(/\.$/) as string }],
    });
  });

  it.each([
    ["the first", "2024-10-27T03:30", "2024-10-27T00:30:00.000Z", "2024-10-27T00:30:00.000Z"],
    ["the second", "2024-10-27T03:30", "2024-10-27T01:30:00.000Z", "2024-10-27T01:30:00.000Z"],
    [
      "one that is no longer typed",
      "2024-10-27T05:30",
      "2024-10-27T01:30:00.000Z",
      "2024-10-27T03:30:00.000Z",
    ],
  ])("that comes twice is the one that was chosen: %s", (_what, typed, which, instant) => {
    const form = new FormData();
    form.set("deadlineAt", typed);
    form.set("deadlineAt.zone", "Europe/Kyiv");
    form.set("deadlineAt.which", which);
    expect(typedTime(form, "deadlineAt")).toBe(instant);
  });

  it.each([
    ["to the second", "2024-06-28T18:00", "2024-06-28T15:00:42.123Z", "2024-06-28T15:00:42.123Z"],
    [
      "in the second hour of an overlap",
      "2024-10-27T03:30",
      "2024-10-27T01:30:00Z",
      "2024-10-27T01:30:00.000Z",
    ],
    [
      "but not once it was changed",
      "2024-06-28T19:00",
      "2024-06-28T15:00:42.123Z",
      "2024-06-28T16:00:00.000Z",
    ],
    ["nor for what is no time", "2024-06-28T18:00", "soon", "2024-06-28T15:00:00.000Z"],
  ])("that nobody touched stays as it was stored: %s", (_what, typed, was, instant) =>
    expect(read(typed, "Europe/Kyiv", was)).toBe(instant),
  );
});

it.each([
  ["2024-06-28 10:00", "2024-06-28T10:00"],
  [" 2024-06-28  10:00:30Z ", "2024-06-28T10:00:30Z"],
  ["2024-06-28T10:00", "2024-06-28T10:00"],
  ["2024-06-28 10:00 +02:00", "2024-06-28T10:00+02:00"],
  ["2024-06", "2024-06"],
  ["28 June", "28 June"],
  [null, null],
  [undefined, undefined],
])("a date typed as %s is kept as %s", (typed, stored) => expect(dateAsStored(typed)).toBe(stored));
