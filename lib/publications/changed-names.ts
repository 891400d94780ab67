import { diffArrays } from "diff";
import { plainProse, proseWords } from "./prose-facts";
import type { ProseWord } from "./prose-facts";

const maxEdits = 3000;

/** Words that begin sentences without being names; others are learned from the text itself. */
const sentenceStarters = new Set(
  (
    "a after all also although among an and another any are as at because before both but by can despite did do does " +
    "during each even every few for from had has have he her his how however i if in instead is it its later many may " +
    "more most much my neither no nobody none nor not nothing now of on once one only or other others our over she " +
    "since so some still such than that the their then there these they this those though to too under until was we " +
    "were what when where whether which while who whose why will with without yes yet you your"
  ).split(" "),
);

/**
 * Whether a name came, went or was swapped between two sets of sentences (by field). A name is a capitalised word that
 * does not merely begin a sentence, or a word of a script without capitals. A name that stands elsewhere in the record
 * may be added or dropped ("It" → "Aurus"); put in place of another name it counts.
 */
export function nameChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  const ordinary = ordinaryWords([...before.values(), ...after.values()]);
  const known = { before: namesIn(before, ordinary), after: namesIn(after, ordinary) };
  return [...new Set([...before.keys(), ...after.keys()])].some((field) =>
    replacements(before.get(field) ?? "", after.get(field) ?? "").some(({ del, ins }) => {
      const { removed, added } = namesOf(del, ins, ordinary);
      return (
        (removed.length > 0 && added.length > 0) ||
        removed.some((name) => !known.after.has(name)) ||
        added.some((name) => !known.before.has(name))
      );
    }),
  );
}

function namesOf(del: ProseWord[], ins: ProseWord[], ordinary: ReadonlySet<string>) {
  const pairs = del.length === ins.length ? del.map((word, index) => [word, ins[index]!] as const) : [];
  const isTypo = (index: number) => {
    const pair = pairs[index];
    return pair !== undefined && isOrdinaryTypo(pair[0], pair[1], ordinary);
  };
  const names = (words: ProseWord[]) =>
    words.filter((word, index) => isName(word, ordinary) && !isTypo(index)).map(({ text }) => text);
  const [old, now] = [names(del), names(ins)];
  return { removed: without(old, now), added: without(now, old) };
}

/** "Teh" → "The" and "reuters" → "Reuters" name nobody else. */
function isOrdinaryTypo(a: ProseWord, b: ProseWord, ordinary: ReadonlySet<string>): boolean {
  const [x, y] = [a.text.toLowerCase(), b.text.toLowerCase()];
  if (x === y) return true;
  const [isOldOrdinary, isNewOrdinary] = [ordinary.has(x), ordinary.has(y)];
  return a.startsSentence && b.startsSentence && (isOldOrdinary || isNewOrdinary) && isNear(x, y);
}

function isName({ text, startsSentence }: ProseWord, ordinary: ReadonlySet<string>): boolean {
  if (/^\p{Lo}/u.test(text)) return true;
  if (!/^\p{Lu}/u.test(text)) return /\p{Ll}\p{Lu}/u.test(text);
  if (text === "I") return false;
  if (/^.+\p{Lu}/u.test(text)) return true;
  return !(startsSentence && ordinary.has(text.toLowerCase()));
}

function ordinaryWords(texts: readonly string[]): ReadonlySet<string> {
  const small = texts.flatMap((text) => proseWords(text).filter((word) => /^\p{Ll}/u.test(word.text)));
  return new Set([...sentenceStarters, ...small.map((word) => word.text)]);
}

function namesIn(prose: ReadonlyMap<string, string>, ordinary: ReadonlySet<string>): ReadonlySet<string> {
  const words = [...prose.values()].flatMap((text) => proseWords(text));
  return new Set(words.filter((word) => isName(word, ordinary)).map(({ text }) => text));
}

function without(names: string[], others: string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Runs of words that were replaced by other words, or only left out or put in. */
function replacements(before: string, after: string): { del: ProseWord[]; ins: ProseWord[] }[] {
  if (plainProse(before) === plainProse(after)) return [];
  const [old, now] = [proseWords(before), proseWords(after)];
  const runs: { del: ProseWord[]; ins: ProseWord[] }[] = [];
  let run = { del: [] as ProseWord[], ins: [] as ProseWord[] };
  let [i, j] = [0, 0];
  const options = { maxEditLength: maxEdits };
  const changes = diffArrays(textsOf(old), textsOf(now), options);
  if (!changes) return [{ del: old, ins: now }];
  for (const { added, removed, count } of changes) {
    if (removed) run.del.push(...old.slice(i, (i += count)));
    else if (added) run.ins.push(...now.slice(j, (j += count)));
    else {
      [i, j] = [i + count, j + count];
      if (run.del.length || run.ins.length) runs.push(run);
      run = { del: [], ins: [] };
    }
  }
  return run.del.length || run.ins.length ? [...runs, run] : runs;
}

function textsOf(words: readonly ProseWord[]): string[] {
  return words.map(({ text }) => text);
}

/** Whether two words are at most two slips apart: a letter too many, too few, wrong, or two swapped (Damerau, OSA). */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  let [beforeLast, last]: [number[], number[]] = [[], [...b, ""].map((_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]! <= 2;
}
