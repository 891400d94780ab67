import { expect, it } from "vitest";
import { forgetText, ofTextsAtHand } from "./texts-at-hand";
import { WeighedLru } from "./weighed-lru";
import { clearArticleCaches } from "./article-caches";

it("a long text is read once by each rule until it is let go, a short one each time", () => {
  const read: string[] = [];
  const [first, length] = [
    ofTextsAtHand((text) => (read.push("first"), text.charAt(0))),
    ofTextsAtHand((text) => (read.push("length"), text.length)),
  ];
  const long = () => "abc".repeat(1_000);
  expect([first(long()), first(long()), length(long()), length(long())]).toEqual(["a", "a", 3_000, 3_000]);
  expect(read).toEqual(["first", "length"]);
  forgetText(long());
  expect([length(long()), length("short"), length("short")]).toEqual([3_000, 5, 5]);
  expect(read).toEqual(["first", "length", "length", "length", "length"]);
  clearArticleCaches();
  expect([length(long()), read.length]).toEqual([3_000, 6]);
});

it("a text without anything to find is read once too", () => {
  let read = 0;
  const nothing = ofTextsAtHand(() => void (read += 1));
  nothing("xyz".repeat(1_000));
  nothing("xyz".repeat(1_000));
  expect(read).toBe(1);
});

it("what was used last stays while all together are light enough, and what is too heavy alone throws nothing out", () => {
  const kept = new WeighedLru<number>(10);
  kept.set("a", 1, 4);
  kept.set("b", 2, 4);
  kept.get("a");
  kept.set("c", 3, 5);
  const there = () => ["a", "b", "c", "d"].filter((key) => kept.get(key) !== undefined);
  expect(there()).toEqual(["a", "c"]);
  kept.set("d", 4, 11);
  expect(there()).toEqual(["a", "c"]);
  kept.set("a", 5, 1);
  kept.set("d", 4, 4);
  expect(there()).toEqual(["a", "c", "d"]);
  kept.delete("c");
  kept.set("b", 2, 5);
  expect(there()).toEqual(["a", "b", "d"]);
  kept.clear();
  expect(there()).toEqual([]);
});
