import { expect, it } from "vitest";
import { ofLastLongTexts } from "./last-long-texts";
import { clearArticleCaches } from "./article-caches";

const long = (word: string) => word.repeat(1_000);

it("reads a long text once while it is among the last three, and a short one each time", () => {
  const read: string[] = [];
  const lengthOf = ofLastLongTexts((text) => (read.push(text.slice(0, 2)), text.length));
  for (const word of ["abc", "abc", "def", "ghi", "abc", "jkl", "mno", "def"]) lengthOf(long(word));
  expect(read).toEqual(["ab", "de", "gh", "jk", "mn", "de"]);
  expect([lengthOf("short"), lengthOf("short"), read.length]).toEqual([5, 5, 8]);
  lengthOf(long("def"));
  expect(read).toHaveLength(8);
  clearArticleCaches();
  lengthOf(long("def"));
  expect(read).toHaveLength(9);
});
