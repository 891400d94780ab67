import { describe, expect, it } from "vitest";
import {
  keptKey,
  keysAt,
  keysOfAccount,
  mayKeep,
  newestKept,
  ofTab,
  readKept,
  sameFields,
} from "./kept-copy";

const now = new Date("2031-03-14T12:00:00Z");
const copy = (at: string) => JSON.stringify({ at, fields: [["text", "a"]] });

describe("a copy of what was written", () => {
  it.each([
    ["text", "text", true],
    ["rationale", "textarea", true],
    ["mark", "radio", true],
    ["version", "hidden", true],
    ["asRead", "hidden", true],
    ["claimId", "hidden", false],
    ["$ACTION_ID_1", "hidden", false],
    ["password", "text", false],
    ["newPassword", "text", false],
    ["code", "text", false],
    ["anything", "password", false],
    ["ratingCode", "text", true],
    ["file", "file", false],
    ["", "text", false],
  ])("of the field %j (%s) is kept: %s", (name, type, expected) =>
    expect(mayKeep({ name, type })).toBe(expected),
  );

  it.each([
    ["one-time-code", false],
    ["new-password", false],
    ["off", true],
  ])("of a field that is for %s is kept: %s", (autocomplete, expected) =>
    expect(mayKeep({ name: "anything", type: "text", autocomplete })).toBe(expected),
  );

  it("is found by its own account only", () => {
    const keys = [keptKey("a", "comment:1"), keptKey("ab", "comment:1"), "countersign.single-keys"];
    expect(keysOfAccount(keys, "a")).toEqual([keptKey("a", "comment:1")]);
  });

  it("is found beside those of other tabs, and by no longer name", () => {
    const key = keptKey("a", "comment:1");
    const keys = [ofTab(key, "tab"), keptKey("a", "comment:11"), key];
    expect(keysAt(keys, key)).toEqual([ofTab(key, "tab"), key]);
  });

  it.each([
    ["a minute old", copy("2031-03-14T11:59:00Z"), true],
    ["two weeks old", copy("2031-02-28T11:59:00Z"), false],
    ["of no time", copy("soon"), false],
    ["damaged", copy("2031-03-14T11:59:00Z").slice(0, -3), false],
    ["of another shape", JSON.stringify({ at: now.toISOString(), fields: { text: "a" } }), false],
    ["missing", null, false],
  ])("that is %s is taken: %s", (_what, stored, expected) =>
    expect(readKept(stored, now) !== null).toBe(expected),
  );

  it("comes with what its boxes were ticked for, and without where that is damaged", () => {
    const stored = (ticksFor: unknown) =>
      JSON.stringify({ at: now.toISOString(), fields: [["text", "a"]], ticksFor });
    expect(readKept(stored("a hash"), now)?.ticksFor).toBe("a hash");
    expect(readKept(stored(1), now)).toEqual({ at: now.toISOString(), fields: [["text", "a"]] });
  });

  it("comes with what was sent of it, and without where that is damaged", () => {
    const stored = (sent: unknown) =>
      JSON.stringify({ at: now.toISOString(), fields: [["text", "a"]], sent });
    expect(readKept(stored([["text", "b"]]), now)?.sent).toEqual([["text", "b"]]);
    expect(readKept(stored("b"), now)).toEqual({ at: now.toISOString(), fields: [["text", "a"]] });
  });

  it("is the newest of those that begin so, and none that is too old", () => {
    const begin = keptKey("a", "chosen-words:1:");
    const at = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
    const held: Record<string, string> = {
      [`${begin}0-4`]: copy(at(2)),
      [ofTab(`${begin}9-12`, "tab")]: copy(at(1)),
      [`${begin}20-30`]: copy(at(24 * 15)),
      [keptKey("a", "chosen-words:11:0-4")]: copy(at(0)),
      [keptKey("b", "chosen-words:1:0-4")]: copy(at(0)),
    };
    const store = Object.assign(
      Object.create({ getItem: (key: string) => held[key] ?? null }),
      held,
    ) as Storage;
    expect(newestKept(store, begin, now)).toBe(`${begin}9-12~tab`);
    expect(newestKept(store, keptKey("c", "chosen-words:1:"), now)).toBeNull();
  });

  it("says the same whatever the order, the empty fields and the version that was read", () => {
    expect(
      sameFields(
        [
          ["a", "1"],
          ["b", ""],
          ["version", "1"],
          ["asRead", "{}"],
        ],
        [
          ["version", "2"],
          ["a", "1"],
        ],
      ),
    ).toBe(true);
    expect(sameFields([["a", "1"]], [["a", "2"]])).toBe(false);
    expect(sameFields([["a", "1 "]], [["a", "1"]])).toBe(true);
    expect(
      sameFields(
        [
          ["e", "1"],
          ["e", "2"],
        ],
        [["e", "1"]],
      ),
    ).toBe(false);
  });
});
