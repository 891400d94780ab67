import { isolated } from "@/lib/core/isolate";

const labelLength = 70;

/** How a quote begins. */
export function quoteStart(words: string): string {
  const letters = Array.from(words);
  return letters.length > labelLength ? `${letters.slice(0, labelLength).join("")}…` : words;
}

/** A quote as a line of a list: its number on the claim, who says it, and how it begins. */
export function quoteLabel(quote: { number: number; name: string; words: string }): string {
  return `${quote.number} · ${isolated(quote.name)}: ${isolated(quoteStart(quote.words))}`;
}
