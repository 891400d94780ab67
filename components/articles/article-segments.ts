import type { HighlightDto, SuggestedClaimDto } from "@/lib/articles/dto";

/** A stretch of text in code points, half-open. */
export type Span = { start: number; end: number };

/** A passage to be marked in the article. */
export type Passage = Span & {
  look: "current" | "other" | "suggested" | "pending";
  /** What the mark means, for those who do not see it. */
  label: string;
  href: string | null;
};

/** `isPlace`: a link leads to where it begins. */
export type Segment = Span & { text: string; passage: Passage | null; isPlace: boolean };
export type Block = Span & { segments: Segment[] };

const rank: Record<Passage["look"], number> = { pending: 0, current: 1, other: 2, suggested: 3 };

/** The id of a place in the text, and the address of it on the article's own page. */
export const placeId = (start: number): string => `at-${start}`;

/**
 * Cuts text (as code points) into paragraphs within the ranges, and each into stretches under at most one mark; a place that
 * links lead to has a stretch of its own.
 */
export function cutBlocks(
  points: string[],
  ranges: readonly [number, number][],
  passages: Passage[],
  places: readonly Span[] = [],
): Block[] {
  const ordered = passages.toSorted((a, b) => rank[a.look] - rank[b.look]);
  return ranges.flatMap(([start, end]) =>
    paragraphs(points, start, Math.min(end, points.length)).map((span) => ({
      ...span,
      segments: cutSegments(points, span, ordered, places),
    })),
  );
}

function paragraphs(points: string[], start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && points[at] !== "\n") continue;
    const span = trimSpan(points, { start: from, end: at });
    if (span) spans.push(span);
    from = at + 1;
  }
  return spans;
}

function cutSegments(points: string[], span: Span, passages: Passage[], places: readonly Span[]): Segment[] {
  const touches = ({ start, end }: Span) => start < span.end && end > span.start;
  const touching = passages.filter(touches);
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of [...touching, ...places.filter(touches)]) {
    cuts.add(Math.max(span.start, start));
    cuts.add(Math.min(span.end, end));
  }
  const sorted = [...cuts].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? span.end;
    const passage = touching.find((mark) => mark.start <= start && mark.end >= end) ?? null;
    const isPlace = places.some((place) => place.start === start);
    return { start, end, text: points.slice(start, end).join(""), passage, isPlace };
  });
}

/** The stretch without white space at its ends; `null` when nothing is left. */
export function trimSpan(points: string[], { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(points[from] ?? "")) from += 1;
  while (to > from && /\s/u.test(points[to - 1] ?? "")) to -= 1;
  return to > from ? { start: from, end: to } : null;
}

const contextLength = 32;

/** The W3C text quote of a stretch: the words, and what stands before and after. */
export function quoteAt(points: string[], { start, end }: Span) {
  return {
    exact: points.slice(start, end).join(""),
    prefix: points.slice(Math.max(0, start - contextLength), start).join(""),
    suffix: points.slice(end, end + contextLength).join(""),
    start,
    end,
  };
}

/** The sentences of the blocks, for choosing words with the keyboard. */
export function sentencesOf(points: string[], blocks: readonly Span[], language: string | null): Span[] {
  const segmenter = new Intl.Segmenter(language ?? "en", { granularity: "sentence" });
  return blocks.flatMap((block) => {
    let at = block.start;
    return [...segmenter.segment(points.slice(block.start, block.end).join(""))].flatMap(({ segment }) => {
      const start = at;
      at += Array.from(segment).length;
      return trimSpan(points, { start, end: at }) ?? [];
    });
  });
}

const useWords: Record<HighlightDto["use"], string> = {
  claim: "where this claim was found",
  supports: "evidence, supports",
  disputes: "evidence, disputes",
  context: "evidence, context",
};

/** The passages of an article: used ones first, then the ones a rule suggests and nobody used. */
export function passagesOf(
  highlights: HighlightDto[],
  suggested: SuggestedClaimDto[],
  currentClaimId: string | null,
  claimHref: (id: string) => string,
): Passage[] {
  const used = highlights.map((mark): Passage => {
    const isCurrent = mark.claimId === currentClaimId;
    return {
      start: mark.start,
      end: mark.end,
      look: isCurrent ? "current" : "other",
      label: isCurrent ? useWords[mark.use] : `${useWords[mark.use]}, for: ${mark.claimText}`,
      href: isCurrent ? null : claimHref(mark.claimId),
    };
  });
  const isFree = ({ quote }: SuggestedClaimDto) =>
    highlights.every((mark) => mark.end <= quote.start || mark.start >= quote.end);
  const quiet = suggested.filter(isFree).map(({ quote, reasons }): Passage => ({
    start: quote.start,
    end: quote.end,
    look: "suggested",
    label: `may be worth checking: ${reasons.join("; ")}`,
    href: null,
  }));
  return [...used, ...quiet];
}
