import { expect, it } from "vitest";
import { LatestMap } from "./latest-map";

it("keeps what was set last, and no more than it may", () => {
  const map = new LatestMap<number>(2);
  for (const key of ["a", "b", "a", "c"]) map.set(key, key.charCodeAt(0));
  expect(["a", "b", "c"].map((key) => map.get(key))).toEqual([97, undefined, 99]);
  for (let index = 0; index < 1_000; index += 1) map.set(`q=${index}`, index);
  expect([map.get("a"), map.get("q=997"), map.get("q=998"), map.get("q=999")]).toEqual([
    undefined,
    undefined,
    998,
    999,
  ]);
});
