import { compareFigures, explainClass } from "../figures/compare-figures";
import type { Figure } from "../figures/figure";
import type { RecordComparison, RecordDisagreement, RevisionRecord } from "../publications/record";
import { amountInWords } from "./figure-words";
import type { ReaderWords } from "./reader";

type Held = Pick<RevisionRecord, "claim" | "evidence">;

/** The figure at one side of a comparison; `undefined` where the record does not print it. */
export function figureAt({ claim, evidence }: Held, side: RecordComparison["a"]): Figure | undefined {
  const figures = side.of === "claim" ? claim.figures : figuresOf(evidence, side.of);
  return figures.find(({ id }) => id === side.figureId);
}

/**
 * Why two figures stand as they do: a person's words always, the comparing rule's English ones to readers of English
 * only, because the class says the same in the reader's language.
 */
export function explanationIn(comparison: RecordComparison, record: Held, words: ReaderWords): string {
  const [a, b] = [figureAt(record, comparison.a), figureAt(record, comparison.b)];
  const { class: chosen, explanation } = comparison;
  if (words.language === "en" || a === undefined || b === undefined) return explanation;
  const rules = [compareFigures(a, b)?.explanation, explainClass(chosen, a, b)];
  return rules.includes(explanation) ? "" : explanation;
}

/**
 * What two sources disagree about: a person's words as they are, the words of a rule (`differenceInWords`, or that of
 * two figures that contradict each other) in the reader's language.
 */
export function whyIn({ a, b, why }: RecordDisagreement, record: Held, words: ReaderWords): string {
  if (words.language === "en") return why;
  const said = words.evidence.disagree;
  if (why === "They cannot both be right.") return said.notBoth;
  const quoted = `“[^“”]+”(?:, “[^“”]+”)*`;
  const [, only] = new RegExp(`^Only one of them says (${quoted})\\.$`, "u").exec(why) ?? [];
  if (only !== undefined) return said.onlyOne(requoted(only, words));
  const [, one, other] = new RegExp(`^(${quoted}) against (${quoted})\\.$`, "u").exec(why) ?? [];
  if (one !== undefined && other !== undefined)
    return said.against(requoted(one, words), requoted(other, words));
  const figures = contradicting(figuresOf(record.evidence, a), figuresOf(record.evidence, b), why);
  return figures === null
    ? why
    : said.figures(amountInWords(figures.one, words), amountInWords(figures.other, words));
}

function figuresOf(evidence: Held["evidence"], number: number): readonly Figure[] {
  return evidence.find((item) => item.number === number)?.figures ?? [];
}

function requoted(quotes: string, { figures }: ReaderWords): string {
  return quotes.replace(/“([^“”]+)”/gu, (_whole, inside: string) => figures.verbatim(inside));
}

/** The two figures of which a rule says `why`; `null` when none does. */
function contradicting(ofA: readonly Figure[], ofB: readonly Figure[], why: string) {
  for (const a of ofA)
    for (const b of ofB)
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        if (
          compareFigures(one, other)?.explanation === why ||
          explainClass("contradiction", one, other) === why
        )
          return { one: a, other: b };
  return null;
}
