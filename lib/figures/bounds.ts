import type { Bound, Figure } from "./figure";

/** A bound word beside a number and where the words begin or end (UTF-16). */
export type BoundMention = { bound: Bound; at: number };

const words = (list: string) => `(?:${list})$`;
/** Longer words first where one ends in another: the longest match decides. */
const BEFORE: [Bound, RegExp][] = [
  [
    "at-most",
    new RegExp(
      words(
        "(?:no|not|never|n[o’']t any) (?:more|greater|higher|bigger|larger|later|longer) than|at (?:the )?(?:very )?most|up to(?: and including)?|(?:(?:a )?little|slightly|just|well|far|much) (?:less|fewer|lower|under|below)(?: than)?|(?:less|fewer|lower|smaller)(?: than)?(?: or equal (?:to|than))?|under|below|(?:as (?:much|many|high|large|long) as)|(?:a )?maximum(?: of)?|not exceed(?:ing)?|capped at|limited to|<=|≤|<",
      ),
      "i",
    ),
  ],
  [
    "at-least",
    new RegExp(
      words(
        "at (?:the )?(?:very )?least(?: or equal to)?|(?:priced|prices|starting|starts?|beginning|begins?) (?:from|at)|(?:no|not) (?:less|fewer|lower|smaller|shorter) than|(?:(?:a )?little|slightly|just|well|far|much) (?:more|over|above|greater|higher|beyond)(?: than)?|(?:more|greater|higher|larger|bigger|longer|better)(?: than)?(?: or equal (?:to|than))?|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|(?:a )?minimum(?: of)?|north of|as (?:little|few|low) as|over|above|beyond|>=|≥|>",
      ),
      "i",
    ),
  ],
  [
    "about",
    new RegExp(
      words(
        "almost|nearly|about|around|roughly|approximately|approx\\.?|circa|ca\\.|c\\.|some|close to|(?:an )?estimated(?: at)?|in the (?:region|neighbou?rhood|vicinity) of|[oi]n the order of|more or less|virtually|just (?:shy|short) of|approaching|nearing|~|≈",
      ),
      "i",
    ),
  ],
];
/** "More" and "less" bound a number only with "than": "50 more cars" and "sold more 50 cars" do not. */
const NEEDS_THAN = /^(?:.* )?(?:more|less|fewer|greater|higher|larger|bigger|longer|lower|smaller|better)$/i;
const AFTER: [Bound, RegExp][] = [
  [
    "at-least",
    /^(?:\+|[- ]?plus(?!\p{L})| or (?:more|higher|greater|above|over|better|longer)(?: than)?(?!\p{L})| and (?:more|above|over|up)(?!\p{L})|,? at (?:the )?(?:very )?least)/iu,
  ],
  ["at-most", /^(?: or (?:less|fewer|lower|below|under|shorter)|,? at (?:the )?(?:very )?most)(?!\p{L})/iu],
  ["about", /^(?:-odd| or so| or thereabouts|,? give or take|-ish)(?!\p{L})/iu],
];

/** A bound ends in a word or a sign: this spares a row of numbers the search. */
const MAY_END_BOUND = /[\p{L}.~≈<>≤≥=]$/u;

/** The bound that ends right before `at`, possibly with an article between ("at least a million"). */
export function boundBefore(text: string, at: number): BoundMention | null {
  const windowStart = Math.max(0, at - 48);
  const window = text.slice(windowStart, at);
  const trimmed = window.replace(/[\s\u00A0(]*(?:\bthe\s+|\ba\s+|\ban\s+)?$/i, "");
  if (!MAY_END_BOUND.test(trimmed)) return null;
  let longest: BoundMention | null = null;
  for (const [bound, pattern] of BEFORE) {
    const found = pattern.exec(trimmed);
    if (!found) continue;
    const before = trimmed.slice(0, found.index);
    if (/^\p{L}/u.test(found[0]) && /[\p{L}\p{N}]$/u.test(before)) continue;
    if (NEEDS_THAN.test(found[0])) continue;
    // "took over 100 boats" and "all over 100 countries" are no bounds.
    if (/^over$/i.test(found[0]) && /\b(?:all|took|take|hand(?:ed)?|turn(?:ed)?)\s$/i.test(before)) continue;
    const at = windowStart + found.index;
    // "no less than" holds "less than": the longer words count.
    if (!longest || at < longest.at) longest = { bound, at };
  }
  return longest;
}

/** The bound that begins right at `at`. */
export function boundAfter(text: string, at: number): BoundMention | null {
  const window = text.slice(at, at + 24);
  for (const [bound, pattern] of AFTER) {
    const found = pattern.exec(window);
    if (found) return { bound, at: at + found[0].length };
  }
  return null;
}

/** Lower and upper end of a single amount under a bound; null is open. */
export function boundedBy(bound: Bound, value: number): { low: number | null; high: number | null } {
  if (bound === "at-least") return { low: value, high: null };
  if (bound === "at-most") return { low: null, high: value };
  if (bound === "vague") return { low: null, high: null };
  return { low: value, high: value };
}

/** How a bound is said where the words say more than the bound keeps: "over 100" leaves 100 out, "almost 100" is below it. */
export type SaidBound = Bound | "more-than" | "less-than" | "almost";

const MUCH = "(?:(?:a )?(?:little|bit)|slightly|just|well|far|much|significantly)";
const STRICT: [Bound, SaidBound, RegExp][] = [
  [
    "at-least",
    "more-than",
    new RegExp(
      `^(?:${MUCH} )?(?:over|above|beyond|(?:more|greater|higher|larger|bigger|longer|better) than(?! or)|in excess of|exceed|surpass|topp(?:ed|ing)|north of|>(?!=))`,
      "i",
    ),
  ],
  [
    "at-most",
    "less-than",
    new RegExp(`^(?:${MUCH} )?(?:under|below|(?:less|fewer|lower|smaller) than(?! or)|<(?!=))`, "i"),
  ],
  ["about", "almost", /^(?:almost|nearly|close to|just (?:shy|short) of|approaching|nearing)/i],
];

/** The bound of a figure as its own words have it. */
export function saidBound({ bound, verbatim }: Pick<Figure, "bound" | "verbatim">): SaidBound {
  return STRICT.find(([kept, , words]) => kept === bound && words.test(verbatim))?.[1] ?? bound;
}
