import type { ChangedQuoteDto } from "./source-history-dto";

/** Whether one look found of both the same, and the first quote with its new words is a part of the second. */
function isPartOf(part: ChangedQuoteDto, whole: ChangedQuoteDto): boolean {
  return (
    part.outcome === whole.outcome &&
    part.method === whole.method &&
    part.checkedAt === whole.checkedAt &&
    whole.was.includes(part.was) &&
    (part.is === null ? whole.is === null : (whole.is ?? "").includes(part.is))
  );
}

/**
 * Changed passages, each change once: quotes of the same words, or of a part of them, that one look found changed alike are
 * told by the longest of them, with the claims of all. In the order given.
 */
export function changesOnce(changed: readonly ChangedQuoteDto[]): ChangedQuoteDto[] {
  const wholeOf = (quote: ChangedQuoteDto) =>
    changed
      .filter((other) => isPartOf(quote, other))
      .reduce((longest, other) => (other.was.length > longest.was.length ? other : longest), quote);
  // Of several alike the first tells it.
  const teller = (quote: ChangedQuoteDto) => {
    const whole = wholeOf(quote);
    return changed.find((other) => isPartOf(other, whole) && isPartOf(whole, other))!;
  };
  const claims = new Map<ChangedQuoteDto, ChangedQuoteDto["claims"]>();
  for (const quote of changed)
    claims.set(teller(quote), [...(claims.get(teller(quote)) ?? []), ...quote.claims]);
  return changed.flatMap((quote) => {
    const leaning = claims.get(quote);
    if (!leaning) return [];
    return [{ ...quote, claims: [...new Map(leaning.map((claim) => [claim.id, claim])).values()] }];
  });
}
