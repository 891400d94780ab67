import type { Bound } from "./figure";

/** A bound word beside a number and where the words begin or end (UTF-16). */
export type BoundMention = { bound: Bound; at: number };

const BEFORE: [Bound, RegExp][] = [
  [
    "at-most",
    /(?:no more than|not more than|no greater than|no higher than|at most|at the most|up to|less than|fewer than|lower than|smaller than|under|below|as (?:much|many|high) as|a maximum of|maximum of|no later than|just under|well under|just below|<=|≤|<)$/i,
  ],
  [
    "at-least",
    /(?:at least|at the least|(?:priced|prices|starting|starts?|beginning|begins?) from|(?:starting|starts?|beginning|begins?) at|no less than|not less than|no fewer than|not fewer than|more than|greater than|higher than|larger than|upwards? of|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|a minimum of|minimum of|north of|just over|well over|over|above|beyond|>=|≥|>)$/i,
  ],
  [
    "about",
    /(?:almost|nearly|about|around|roughly|approximately|approx\.?|circa|ca\.|c\.|some|close to|an estimated|estimated(?: at)?|in the region of|on the order of|in the order of|more or less|virtually|~|≈)$/i,
  ],
];
const AFTER: [Bound, RegExp][] = [
  [
    "at-least",
    /^(?:\+|[- ]?plus(?!\p{L})| or (?:more|higher|greater|above)| and (?:more|above|over|up)(?!\p{L})|,? at (?:the )?(?:very )?least)/iu,
  ],
  ["at-most", /^(?: or (?:less|fewer|lower|below|under)|,? at (?:the )?(?:very )?most)(?!\p{L})/iu],
  ["about", /^(?:-odd| or so| or thereabouts)(?!\p{L})/iu],
];

/** The bound that ends right before `at`, possibly with an article between ("at least a million"). */
export function boundBefore(text: string, at: number): BoundMention | null {
  const windowStart = Math.max(0, at - 40);
  const window = text.slice(windowStart, at);
  const trimmed = window.replace(/[\s\u00A0(]*(?:\bthe\s+|\ba\s+|\ban\s+)?$/i, "");
  let longest: BoundMention | null = null;
  for (const [bound, pattern] of BEFORE) {
    const found = pattern.exec(trimmed);
    if (!found) continue;
    const before = trimmed.slice(0, found.index);
    if (/^\p{L}/u.test(found[0]) && /[\p{L}\p{N}]$/u.test(before)) continue;
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
