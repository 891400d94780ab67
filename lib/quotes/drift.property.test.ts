import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength } from "./code-points";
import { classifyDrift } from "./drift";
import { changeInside, changeOutside, samples, sentences, type Sample } from "../../scripts/test/drift-edits";
import { foldedWords } from "./fold";
import { anchorAt } from "./match-quote";

const runs = 10_000;

function anchored({ text, start, end }: Sample) {
  const from = codePointLength(text.slice(0, start));
  return anchorAt(text, { start: from, end: from + codePointLength(text.slice(start, end)) });
}

const pick = fc.nat(1_000);
const edit = fc.record({ sample: samples, kind: fc.nat(53), pick, added: sentences });

describe("drift over random edits of news text", () => {
  it("never calls a quote unchanged or moved in which a digit, name, negation or quotation mark changed", () => {
    fc.assert(
      fc.property(edit, ({ sample, kind, pick }) => {
        const change = changeInside(sample, kind, pick);
        fc.pre(change !== null);
        const quote = anchored(sample);
        const { edited } = change;
        // Where the change only repeats a neighbouring word the same words still stand there.
        const changed = edited.slice(sample.start, edited.length - (sample.text.length - sample.end));
        fc.pre(!foldedWords(changed).includes(foldedWords(quote.exact)));
        const found = classifyDrift(quote, edited, sample.text);
        expect(
          ["altered", "gone"],
          `${change.what}: ${JSON.stringify({ exact: quote.exact, edited, found })}`,
        ).toContain(found.outcome);
      }),
      { numRuns: runs },
    );
  });

  it("never calls a quote altered or gone for an edit outside it", () => {
    fc.assert(
      fc.property(edit, ({ sample, kind, pick, added }) => {
        const quote = anchored(sample);
        const { edited, what } = changeOutside(sample, kind, pick, added);
        const found = classifyDrift(quote, edited, sample.text);
        expect(
          ["unchanged", "moved"],
          `${what}: ${JSON.stringify({ exact: quote.exact, edited, found })}`,
        ).toContain(found.outcome);
      }),
      { numRuns: runs },
    );
  });

  it("tells a change inside from edits around it that came with it", () => {
    fc.assert(
      fc.property(edit, fc.nat(53), pick, ({ sample, kind, pick }, otherKind, otherPick) => {
        const change = changeInside(sample, kind, pick);
        fc.pre(change !== null);
        const quote = anchored(sample);
        const grown = change.edited.length - sample.text.length;
        const inner = { text: change.edited, start: sample.start, end: sample.end + grown };
        const changed = change.edited.slice(inner.start, inner.end);
        // Of several edits there is more than one reading where like passages come and go, or a lone number is quoted.
        fc.pre(otherKind % 6 !== 1 && otherKind % 6 !== 4);
        fc.pre(/\p{L}{3,}.*\s.*\p{L}{3,}/su.test(quote.exact));
        const { edited } = changeOutside(inner, otherKind, otherPick, "The weather stayed mild all week.");
        fc.pre(!foldedWords(changed).includes(foldedWords(quote.exact)));
        const found = classifyDrift(quote, edited, sample.text);
        expect(
          ["altered", "gone"],
          `${change.what}: ${JSON.stringify({ exact: quote.exact, text: sample.text, edited, found })}`,
        ).toContain(found.outcome);
      }),
      { numRuns: runs / 2 },
    );
  });

  it("without the old text never passes a change where the words stood once", () => {
    fc.assert(
      fc.property(edit, ({ sample, kind, pick }) => {
        const quote = anchored(sample);
        const change = changeInside(sample, kind, pick);
        fc.pre(change !== null && !foldedWords(change.edited).includes(foldedWords(quote.exact)));
        expect(["altered", "gone"]).toContain(classifyDrift(quote, change.edited).outcome);
      }),
      { numRuns: 2_000 },
    );
  });
});
