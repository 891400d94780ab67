/** What would begin a heading, quotation or list at the start of a line is a letter there. */
export function escapeStart(words: string): string {
  return words
    .replace(/^(\s*)(#{1,6}(?=\s|$)|>|[+-](?=\s|$))/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
