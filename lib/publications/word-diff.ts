import { diffArrays } from "diff";

export type DiffPart = { op: "same" | "del" | "ins"; text: string };

/** Past this many edits a diff tells a reader nothing: the whole text is shown as replaced. */
const maxEdits = 3000;

/** A number with its sign, currency and separators is one word: half a changed amount would mislead. */
const token =
  /[$€£¥₩₽]?\p{N}+(?:[.,:/\u00a0\u2009]\p{N}+)*%?\p{L}*|[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\s+|[\s\S]/gu;

/** The words, numbers, blanks and marks of a text; joined they are the text again. */
export function diffTokens(text: string): string[] {
  return text.match(token) ?? [];
}

/** The same of a text that cites evidence: a citation, "[2]", is one word too. */
export function citingTokens(text: string): string[] {
  return text.split(/(\[\d+\])/).flatMap((part, index) => (index % 2 === 0 ? diffTokens(part) : part));
}

/**
 * Word-level difference (Myers, shortest edit script). `same` and `del` parts joined are `before`, `same` and `ins`
 * parts joined are `after`; of each change the deletion comes first. `tokensOf` says what a word is.
 */
export function wordDiff(before: string, after: string, tokensOf = diffTokens): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ op: "same", text: before }];
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: maxEdits });
  if (!changes) return tidy([part("del", before), part("ins", after)]);
  return tidy(
    changes.map(({ added, removed, value }) =>
      part(removed ? "del" : added ? "ins" : "same", value.join("")),
    ),
  );
}

function part(op: DiffPart["op"], text: string): DiffPart {
  return { op, text };
}

/** Joins changes that only a blank keeps apart: "~~a~~ *b* ~~c~~ *d*" reads worse than "~~a c~~ *b d*". */
function tidy(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let del = "";
  let ins = "";
  const flush = () => {
    if (del) result.push(part("del", del));
    if (ins) result.push(part("ins", ins));
    del = ins = "";
  };
  parts.forEach(({ op, text }, index) => {
    if (op === "del") del += text;
    else if (op === "ins") ins += text;
    else if (del && ins && /^[^\S\n]+$/.test(text) && index < parts.length - 1) {
      del += text;
      ins += text;
    } else {
      flush();
      result.push(part("same", text));
    }
  });
  flush();
  return result;
}
