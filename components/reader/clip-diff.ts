import type { DiffPart } from "@/lib/publications/word-diff";

const longest = 110;
const kept = 44;

function lastWords(text: string): string {
  const end = text.slice(-kept);
  return end.slice(end.search(/\s/) + 1);
}

function firstWords(text: string): string {
  const start = text.slice(0, kept);
  const space = start.search(/\s\S*$/);
  return space > 0 ? start.slice(0, space) : start;
}

/** Shortens long unchanged stretches to the words next to a change, so that a diff shows the change. */
export function clipDiff(parts: readonly DiffPart[]): DiffPart[] {
  return parts.map((part, index) => {
    if (part.op !== "same" || part.text.length <= longest) return part;
    const before = index === 0 ? "" : `${firstWords(part.text)} `;
    const after = index === parts.length - 1 ? "" : ` ${lastWords(part.text)}`;
    return { op: "same", text: `${before}…${after}` };
  });
}
