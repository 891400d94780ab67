const labelLength = 70;

/** A quote as a line of a list: its number on the claim, who says it, and how it begins. */
export function quoteLabel(quote: { number: number; name: string; words: string }): string {
  const letters = Array.from(quote.words);
  const short = letters.length > labelLength ? `${letters.slice(0, labelLength).join("")}…` : quote.words;
  return `${quote.number} · ${quote.name}: ${short}`;
}
