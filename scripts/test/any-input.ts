import fc from "fast-check";
import { attackStrings, naughtyStrings } from "./attack-strings";

const odd = [...attackStrings(), ...naughtyStrings()];

/** Words that somebody may send: ordinary, hostile, odd, cut anywhere and put together, of any script, with what is no text at all. */
export const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 30 }),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.oneof(
          fc.constantFrom(...odd),
          fc.constantFrom(
            "\n",
            "\r\n",
            "\t",
            ";",
            ",",
            '"',
            "$42 million in 2024",
            "1.000.000,5 %",
            "28.06.2024",
            "said Reuters",
            "[^1]",
            "> ",
            "# ",
            "| a | b |",
            "@ann",
            "<td>",
            "</table>",
          ),
        ),
        { maxLength: 8 },
      )
      .map((pieces) => pieces.join(" ")),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom("a", " ", "(", "<", '"', "9", "9,", "-", "\n", "[", "é", "\u0301", "*_"),
        fc.nat(3_000),
      )
      .map(([one, times]) => one.repeat(times)),
  },
);

/** Anything that a program may send in the place of a field. */
export const value = fc.oneof(
  { weight: 5, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      false,
      0,
      -0,
      1,
      -1,
      1e308,
      NaN,
      Infinity,
      2 ** 53,
      1.5,
      9n,
      Symbol("x"),
      new Date(NaN),
      () => 1,
      [],
      {},
      [[[]]],
    ),
  },
  { weight: 1, arbitrary: fc.array(words, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.object({
      maxDepth: 3,
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withTypedArray: true,
    }),
  },
);

/** Tries a property on so many cases, and answers how many were tried. */
export function tries<T>(cases: number, arbitrary: fc.Arbitrary<T>, check: (given: T) => unknown): number {
  let tried = 0;
  fc.assert(
    fc.property(arbitrary, (given) => {
      tried += 1;
      check(given);
    }),
    { numRuns: cases },
  );
  return tried;
}
