/** Marks that open or close a quotation: typographic pairs, straight marks, and two apostrophes as wires set them. */
const MARK = /“|”|„|«|»|"|''|``|\n\s*\n/gu;
const opening = new Set(["“", "„", "«", "``"]);
const closing = new Set(["”", "»"]);

/**
 * Quoted stretches of a text as [start, end) in UTF-16 units, marks included. A quotation that is not closed ends with
 * its paragraph, as it does in print. Linear time.
 */
export function quotedStretches(text: string): [number, number][] {
  const stretches: [number, number][] = [];
  let from: number | null = null;
  for (const match of text.matchAll(MARK)) {
    const [mark] = match;
    const end = match.index + mark.length;
    const isBreak = mark.startsWith("\n");
    if (from === null) {
      if (!isBreak && !closing.has(mark)) from = match.index;
    } else if (isBreak || closing.has(mark) || !opening.has(mark)) {
      stretches.push([from, isBreak ? match.index : end]);
      from = null;
    }
  }
  if (from !== null) stretches.push([from, text.length]);
  return stretches;
}
