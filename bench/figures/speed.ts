import { recognizeCurrency } from "@microsoft/recognizers-text-number-with-unit";
import { recognizeNumber } from "@microsoft/recognizers-text-number";
import { parseFigures } from "../../lib/figures/parse-figures";

/** Made for this measurement: one sentence with four figures, one with none. */
const DENSE =
  "The yard bought at least $34 million in Chilean engines between 2018 and 2023, and almost 15.5% of it went to two of the 107 boats. ";
const PLAIN =
  "The harbour board met again to hear who had written the letter that everybody in the town was by then talking about. ";
const ARTICLE = DENSE + PLAIN.repeat(4);
const WALLS: Record<string, string> = {
  article: ARTICLE,
  "figures only": DENSE,
  "digits, no blank": "9",
  "number words": "one hundred and ",
  "numbers in a row": "1 ",
};
const SIZES = [25_000, 50_000, 100_000];

export type Speed = { text: string; ms: number[]; perDoubling: number };

function timeMs(work: () => unknown): number {
  const started = performance.now();
  work();
  return Math.round((performance.now() - started) * 10) / 10;
}

/** Time at 25, 50 and 100 KB, and the growth of one doubling: about 2 is linear, 4 quadratic. */
export function measureSpeed(): { ours: Speed[]; theirs: { text: string; ms: number }[] } {
  parseFigures(ARTICLE);
  const ours = Object.entries(WALLS).map(([text, piece]) => {
    const ms = SIZES.map((size) => timeMs(() => parseFigures(piece.repeat(Math.ceil(size / piece.length)))));
    const [first = 1, , last = 1] = ms;
    return { text, ms, perDoubling: Number(Math.sqrt(last / Math.max(0.1, first)).toFixed(2)) };
  });
  recognizeNumber("five", "en-us");
  recognizeCurrency("five dollars", "en-us");
  const theirs = [
    { text: "numbers, figures only, 100 KB", ms: timeMs(() => recognizeNumber(DENSE.repeat(760), "en-us")) },
    {
      text: "numbers, number words, 2 KB",
      ms: timeMs(() => recognizeNumber("one hundred and ".repeat(125), "en-us")),
    },
    { text: "currencies, figures only, 1 KB", ms: timeMs(() => recognizeCurrency(DENSE.repeat(8), "en-us")) },
    {
      text: "currencies, figures only, 2 KB",
      ms: timeMs(() => recognizeCurrency(DENSE.repeat(16), "en-us")),
    },
  ];
  return { ours, theirs };
}
