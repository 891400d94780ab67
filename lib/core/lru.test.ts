import { describe, expect, it } from "vitest";
import { Lru } from "./lru";

const found = (lru: Lru<string>, keys: string) => [...keys].filter((key) => lru.get(key, 0) !== undefined);

describe("a bounded map", () => {
  it("drops what was used longest ago, not what was put in first", () => {
    const lru = new Lru<string>(2, 100);
    lru.set("a", "1", 0);
    lru.set("b", "2", 0);
    lru.get("a", 0);
    lru.set("c", "3", 0);
    expect(found(lru, "abc")).toEqual(["a", "c"]);
  });

  it("forgets what is older than it may be", () => {
    const lru = new Lru<string>(2, 100);
    lru.set("a", "1", 0);
    expect([lru.get("a", 100), lru.get("a", 101), lru.get("a", 0)]).toEqual(["1", undefined, undefined]);
  });

  it("keeps many light things or few heavy ones, and nothing that is too heavy by itself", () => {
    const lru = new Lru<string>(10, 100, ({ length }) => length);
    for (const key of "abcde") lru.set(key, "12", 0);
    expect(found(lru, "abcde")).toEqual(["a", "b", "c", "d", "e"]);
    lru.set("f", "1234567", 0);
    expect(found(lru, "abcdef")).toEqual(["e", "f"]);
    lru.set("e", "123", 0);
    lru.set("g", "12345678901", 0);
    expect(found(lru, "efg")).toEqual(["e", "f"]);
    lru.delete("f");
    lru.set("h", "1234567", 0);
    expect(found(lru, "efh")).toEqual(["e", "h"]);
  });
});
