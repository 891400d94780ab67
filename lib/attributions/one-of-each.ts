import type { SuggestedAttribution } from "./suggest-attributions";

/** Of matches that overlap the earlier rule wins; what is left is put in order of the text. */
export function withoutOverlaps(found: SuggestedAttribution[]): SuggestedAttribution[] {
  const kept: SuggestedAttribution[] = [];
  for (const one of found) {
    const overlaps = kept.some(({ quote }) => quote.start < one.quote.end && one.quote.start < quote.end);
    if (!overlaps) kept.push(one);
  }
  return kept.sort((a, b) => a.quote.start - b.quote.start);
}

/**
 * One for each relay and origin; a bare relay is left out when the same relay is there with an origin, and a bare origin
 * when it is there behind a relay. A link's address is kept.
 */
export function distinct(found: SuggestedAttribution[]): SuggestedAttribution[] {
  const urls = new Map(
    found.flatMap(({ relay }) => (relay?.url ? [[relay.outlet, relay.url] as const] : [])),
  );
  const withOrigin = new Set(found.flatMap(({ relay, origin }) => (relay && origin ? [relay.outlet] : [])));
  const behindRelay = new Set(
    found.flatMap(({ relay, origin }) => (relay && origin ? [origin.name.toLowerCase()] : [])),
  );
  const seen = new Set<string>();
  return found.flatMap((one) => {
    const name = one.origin?.name.toLowerCase();
    const key = JSON.stringify([one.relay?.outlet, name, one.type === "own-reporting"]);
    const isBareRelay = one.relay !== null && one.origin === null && one.type === "cites";
    if (seen.has(key) || (isBareRelay && withOrigin.has(one.relay!.outlet))) return [];
    if (one.relay === null && name !== undefined && behindRelay.has(name)) return [];
    seen.add(key);
    return [{ ...one, relay: one.relay && { ...one.relay, url: urls.get(one.relay.outlet) ?? null } }];
  });
}
