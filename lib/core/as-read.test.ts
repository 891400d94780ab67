import { describe, expect, it } from "vitest";
import { asRead, asReadField, isAsRead, readAsRead } from "./as-read";

function formWith(value?: string): FormData {
  const form = new FormData();
  if (value !== undefined) form.set(asReadField, value);
  return form;
}

describe("what a form read", () => {
  it("comes back from its hidden field as it was, whatever stands in it", () => {
    const fields = { reply: "“40”,\nnot 60 \\ \u0000", repliedAt: null, shown: true };
    expect(readAsRead(formWith(asRead(fields)))).toEqual(fields);
  });

  it.each([
    ["no field", undefined, undefined],
    ["an empty one", "", undefined],
    ["no JSON", "{", "{"],
  ])("is told of %s without an error", (_what, value, expected) =>
    expect(readAsRead(formWith(value))).toBe(expected),
  );

  const kept = { outcome: "replied", reply: "a\r\nb", repliedAt: new Date("2031-03-02T09:00:00Z") };
  it.each([
    ["nothing", undefined, true],
    ["a part of it", { outcome: "replied" }, true],
    ["all of it", { outcome: "replied", reply: "a\nb", repliedAt: "2031-03-02T10:00:00+01:00" }, true],
    ["other words", { reply: "a b" }, false],
    ["another time", { repliedAt: "2031-03-02T09:00:01Z" }, false],
    ["none where there are some", { reply: null }, false],
  ])("fits what is kept when it was %s: %#", (_what, expected, fits) =>
    expect(isAsRead(expected, kept)).toBe(fits),
  );
});
