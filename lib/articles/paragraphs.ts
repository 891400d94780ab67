/**
 * The runs of lines without an empty one between them, and where each begins. By hand: a pattern that repeats over lines
 * remembers each of them, and a sheet has more lines than there is room for.
 */
export function* paragraphsOf(text: string): Generator<{ lines: string[]; at: number }> {
  let lines: string[] = [];
  let at = 0;
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end);
    if (line.trim() !== "") {
      if (lines.length === 0) at = start;
      lines.push(line);
    } else if (lines.length > 0) {
      yield { lines, at };
      lines = [];
    }
    start = end + 1;
  }
  if (lines.length > 0) yield { lines, at };
}
