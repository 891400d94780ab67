import fc from "fast-check";
import { expect, it } from "vitest";
import { paragraphsOf } from "./paragraphs";

it("finds the lines between empty ones, each where it stands", () => {
  expect([...paragraphsOf("\n one\ntwo \n\t\n\nthree")]).toEqual([
    { lines: [" one", "two "], at: 1 },
    { lines: ["three"], at: 14 },
  ]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "\t", "\u00a0") }), (text) => {
      const found = [...paragraphsOf(text)];
      for (const { lines, at } of found) expect(text.slice(at)).toMatch(lines.join("\n"));
      expect(found.flatMap(({ lines }) => lines)).toEqual(text.split("\n").filter((line) => /\S/.test(line)));
    }),
  );
});

it("reads a sheet of millions of rows without an empty one", () => {
  const [sheet] = paragraphsOf("7\n".repeat(4_000_000));
  expect(sheet!.lines).toHaveLength(4_000_000);
});
