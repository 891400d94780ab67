/**
 * How many letters two words differ by: put in, left out, another one, or two neighbours that changed places (optimal
 * string alignment, Boytsov 2011). Counts code points; stops counting above `most` and answers `most + 1`.
 */
export function letterDistance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let [before, row]: [number[], number[]] = [[], to.map((_, index) => index)];
  row.push(to.length);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwapped) cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[to.length]!;
}

/** A printed word that may be meant: folded, as it is written, and the number of verdicts that have it now. */
export type Candidate = { word: string; shown: string; verdicts: number };

/**
 * The word that a misspelt one most likely means: one letter off in words of up to five letters, two in longer ones;
 * the nearest, of equals the one in most verdicts, then by alphabet. Null when none is near enough.
 */
export function rightSpelling(misspelt: string, candidates: readonly Candidate[]): string | null {
  const most = [...misspelt].length <= 5 ? 1 : 2;
  const near = candidates
    .filter(({ verdicts, word }) => verdicts > 0 && word !== misspelt)
    .map((candidate) => ({ ...candidate, off: letterDistance(misspelt, candidate.word, most) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off || b.verdicts - a.verdicts || (a.word < b.word ? -1 : 1));
  return near[0]?.shown ?? null;
}
