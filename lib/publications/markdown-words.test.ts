import { expect, it } from "vitest";
import { markdownWords } from "./markdown-words";

it.each([
  ["It is **not** _so_.[^e1]", "It is not so.[^e1]"],
  ["## What we saw\n\nOne.\n\nTwo.", "What we saw\n\nOne.\n\nTwo."],
  ["- one\n- two", "• one\n• two"],
  ["3. three\n4. four", "3. three\n4. four"],
  ["> They said\n> so.", "They said\nso."],
  ["See [the log](https://a.example/log).", "See the log (https://a.example/log)."],
  ["A \\*star\\* and 2 * 3", "A *star* and 2 * 3"],
  ["", ""],
])("%j reads as %j", (source, words) => expect(markdownWords(source)).toBe(words));
