import { describe, expect, it } from "vitest";
import {
  defaultTopicSettings,
  refusedTopics,
  settingTopicsNow,
  topicsOfNoClaim,
  topicsNow,
  withTopicMoved,
  withTopicRetired,
} from "./topic-settings";

const moved = (...pairs: [string, string][]) =>
  pairs.reduce((settings, [from, to]) => withTopicMoved(settings, from, to), defaultTopicSettings);

describe("a newsroom's topics", () => {
  it.each([
    ["nothing was decided", moved(), ["a", "b"], ["a", "b"]],
    ["one was renamed", moved(["a", "c"]), ["a", "b"], ["c", "b"]],
    ["two became one", moved(["a", "b"]), ["a", "b"], ["b"]],
    ["one was renamed twice", moved(["a", "b"], ["b", "c"]), ["a", "b", "c"], ["c"]],
    ["one was renamed and back", moved(["a", "b"], ["b", "a"]), ["a", "b"], ["a"]],
    ["one bears the name of what every object has", moved(["__proto__", "x"]), ["__proto__"], ["x"]],
    ["they are typed untidily", moved(), [" a  b ", "a b"], ["a b"]],
  ])("are called by their names of now where %s", (_what, settings, typed, now) => {
    expect(topicsNow(typed, settings)).toEqual(now);
  });

  it("never lead in a circle or over a third name", () => {
    const settings = moved(["a", "b"], ["b", "c"], ["c", "a"], ["d", "a"]);
    const from = settings.moved.map((one) => one.from);
    expect(settings.moved.every(({ to }) => !from.includes(to))).toBe(true);
    expect(topicsNow(["a", "b", "c", "d"], settings)).toEqual(["a"]);
  });

  it("are found by what a setting calls them, in capitals or not, under their names of now", () => {
    const settings = moved(["Prices", "Cost of living"]);
    expect(settingTopicsNow(["Prices"], settings)).toEqual(["Cost of living"]);
    expect(settingTopicsNow(["prices", "Courts"], settings)).toEqual(["prices", "Courts", "Cost of living"]);
  });

  it("are given to no other claim once retired, until they are brought back", () => {
    const retired = withTopicRetired(defaultTopicSettings, "a", true);
    expect(refusedTopics(["a", "b"], [], retired)).toEqual(["a"]);
    expect(refusedTopics(["a", "b"], ["a"], retired)).toEqual([]);
    expect(withTopicRetired(retired, "a", false)).toEqual(defaultTopicSettings);
  });
});

describe("a topic that a setting names", () => {
  const settings = { moved: [{ from: "Courts", to: "Law" }], retired: [] };
  it("is of no claim unless one has it, in whatever capitals or by its old name", () => {
    const named = ["law", "courts", "Prices", " Pricse ", "Pricse"];
    expect(topicsOfNoClaim(named, ["Law", "prices"], settings)).toEqual(["Pricse"]);
    expect(topicsOfNoClaim([], ["Law"], settings)).toEqual([]);
  });
});
