import { offsetMap } from "../quotes/code-points";
import type { AnchoredQuote } from "../quotes/match-quote";

/** A quote of the capture that is to be highlighted. */
export type Placed = AnchoredQuote & { id: string };

/** The id of the highlighted passage, where the view scrolls to. */
export const shownId = "countersign-quote";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe to stand in HTML, in double-quoted attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark]!);
}

/**
 * A text as HTML paragraphs, one a line, with its quotes marked; the one asked for carries `shownId`. Quotes may
 * overlap: where they do, one mark covers all of them.
 */
export function textAsHtml(fullText: string, quotes: readonly Placed[], shown: string | null): string {
  const map = offsetMap(fullText);
  const spans = quotes.map(({ id, start, end }) => ({
    id,
    start: map.toUtf16(start),
    end: map.toUtf16(end),
  }));
  let isShown = false;
  const open = (ids: readonly string[]) => {
    if (shown === null || !ids.includes(shown)) return "<mark>";
    const id = isShown ? "" : ` id="${shownId}"`;
    isShown = true;
    return `<mark class="shown"${id}>`;
  };
  let at = 0;
  const lines = fullText.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    const pieces = cutAt(start, start + line.length, spans).map(({ from, to, ids }) => {
      const words = escapeHtml(fullText.slice(from, to));
      return ids.length > 0 ? `${open(ids)}${words}</mark>` : words;
    });
    return pieces.join("");
  });
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => `<p>${line}</p>`)
    .join("\n");
}

type Span = { id: string; start: number; end: number };

/** The stretch `start` to `end` cut wherever a quote begins or ends, each piece with the quotes it belongs to. */
function cutAt(
  start: number,
  end: number,
  spans: readonly Span[],
): { from: number; to: number; ids: string[] }[] {
  const touching = spans.filter((span) => span.start < end && span.end > start);
  const edges = touching.flatMap((span) => [Math.max(start, span.start), Math.min(end, span.end)]);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    const ids = touching.filter((span) => span.start <= from && span.end >= to).map(({ id }) => id);
    return { from, to, ids };
  });
}
