import { expect, it } from "vitest";
import { beginningsOf } from "./queue-words";

it.each([
  ["auru", "auru:*"],
  ["auru par", "auru:* par:*"],
  ["Олен", "Олен:*"],
  ["a 34", "a 34"],
  ["it's (so) & !no:*", "it s so no"],
  ["'; drop", "drop:*"],
  ['"south korean"', null],
  ["aurus -kim", null],
  ["aurus or senat", null],
  ["...", null],
])("a search for %s is also one for %s", (words, beginnings) =>
  expect(beginningsOf(words)?.join(" ") ?? null).toBe(beginnings),
);
