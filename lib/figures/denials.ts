import type { Figure } from "./figure";

/** After these, "not" denies something else: "not only 40", "not all 40", "not because of 40". */
const OTHER_WORD =
  "only|just|merely|simply|even|all|every|each|because|so|say|said|know|think|mean|clear|until|before|after|since|in|on|at|by|for|of|to|with|from|that|which|whether|when|if|as|than|less|more|fewer";
const DENIAL = new RegExp(
  `(?<!\\p{L})(?:not|never|\\p{L}+n['’]t|rather than|instead of) (?:(?!(?:${OTHER_WORD}) )\\p{L}+ )?$`,
  "iu",
);
const DENIED = /^(?:not|never|\p{L}+n['’]t|rather than|instead of)(?!\p{L})/iu;

/** Where the word begins that denies the amount which begins at `at` (UTF-16), or null: "not $34 million". */
export function denialBefore(text: string, at: number): number | null {
  const from = Math.max(0, at - 40);
  const before = text.slice(from, at);
  const found = DENIAL.exec(before);
  if (!found || /[.;:!?]/.test(found[0])) return null;
  return from + found.index;
}

/** Whether a figure is what its sentence says it is not: its words begin with the denial. "Not more than" is a bound. */
export function isDenied(figure: Pick<Figure, "verbatim">): boolean {
  return (
    DENIED.test(figure.verbatim) &&
    !/^not (?:(?:more|less|fewer|greater|higher|lower|larger|smaller|bigger|later|longer|shorter) than|exceed)/i.test(
      figure.verbatim,
    )
  );
}
