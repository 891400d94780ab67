import type { AttributionType, DossierOrigin } from "../claims/dossier";
import { codePointLength, sliceCodePoints } from "../quotes/code-points";
import { sentenceAround } from "../quotes/sentences";
import { cues, knownOutlets, originKinds, outletEndings, ownReportingCues } from "./attribution-cues";
import type { Cue, CuePlace } from "./attribution-cues";

export type AttributionInput = {
  /** Main text. */
  text: string;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  /** Links inside the main text, absolute. */
  links: readonly { href: string; text: string }[];
};

export type SuggestedAttribution = {
  /** Another outlet that the article has it from; `null` when the origin is reached directly, or is the article. */
  relay: { outlet: string; url: string | null } | null;
  origin: Pick<DossierOrigin, "name" | "kind" | "primary" | "naming"> | null;
  type: AttributionType;
  rule: string;
  place: CuePlace | "link";
  /** The words that made the rule fire; code points over the text, title or byline; a link's own words from 0. */
  quote: { exact: string; start: number; end: number };
};

/**
 * Where an article says that it has something from, by written rules, for a person to confirm or reject. One suggestion
 * for each pair of relay and origin, titles and datelines first, otherwise in order of the text.
 */
export function suggestAttributions(article: AttributionInput): SuggestedAttribution[] {
  const found = (["byline", "title", "text"] as const).flatMap((place) => {
    const text = article[place] ?? "";
    return withoutOverlaps(
      cues.filter((cue) => cue.places.includes(place)).flatMap((cue) => matches(cue, text, place, article)),
    );
  });
  return distinct([...found, ...ownReporting(article), ...linked(article)]);
}

type Found = SuggestedAttribution;

function matches(cue: Cue, text: string, place: CuePlace, article: AttributionInput): Found[] {
  return [...text.matchAll(cue.pattern)].flatMap((match): Found[] => {
    const { outlet: outletWords, material } = match.groups ?? {};
    const outlet = outletWords === undefined ? null : outletOf(outletWords, article, cue.unknownOutlets);
    if (outletWords !== undefined && outlet === null) return [];
    const origin =
      material === undefined ? speakerOrigin(cue, text, match.index) : materialOrigin(material, article);
    if (outlet === null && origin === null) return [];
    const quote = quoteAt(text, match.index, match[0]);
    const isOwn = outlet !== null && sameOutlet(outlet, article.outlet);
    const base = { rule: cue.rule, place, quote };
    if (isOwn && !origin) return [{ ...base, relay: null, origin: null, type: "own-reporting" }];
    return [
      { ...base, relay: outlet === null || isOwn ? null : { outlet, url: null }, origin, type: cue.type },
    ];
  });
}

/** The outlet's usual name, the article's own included; `null` when the words are no outlet's. */
function outletOf(words: string, article: AttributionInput, mayBeUnknown: boolean): string | null {
  const name = words.replace(/['’]s?$/u, "").trim();
  const known = knownOutlets.find((outlet) => [outlet.name, ...outlet.also].includes(name));
  if (known) return known.name;
  if (sameOutlet(name, article.outlet)) return article.outlet;
  const first = knownOutlets.find((outlet) => name.startsWith(`${outlet.name} `));
  if (first) return first.name;
  return outletEndings.test(name) || mayBeUnknown ? name : null;
}

function sameOutlet(name: string, own: string | null): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/^the /u, "").trim();
  return own !== null && plain(name) === plain(own);
}

/** What was seen, when the words name a kind of thing or of people; outlets are handled by their own rules. */
function materialOrigin(words: string, article: AttributionInput): Found["origin"] {
  const name = words.trim().replace(/^(?:a|an|the|its|their|new|some) /iu, "");
  if (outletOf(name, article, false) !== null) return null;
  const kind = originKinds.find(({ pattern }) => pattern.test(name));
  if (kind) return originNamed(name, kind.kind, kind.unnamed);
  return isName(name) ? originNamed(name, name.split(" ").length > 1 ? "person" : "other", false) : null;
}

/** Who told: a person with a name, or somebody that only the relay knows; the clause nearest to the cue wins. */
function speakerOrigin(cue: Cue, text: string, index: number): Found["origin"] {
  if (!cue.hasSpeaker) return null;
  const at = codePointLength(text.slice(0, index));
  const sentence = sentenceAround(text, at, at + 1);
  const before = sliceCodePoints(text, Math.max(sentence.start, at - 200), at);
  for (const clause of before.split(/[,:;“”"]|\b(?:that|and|but)\b/u).reverse()) {
    const phrase = clause.trim().replace(/\s+(?:has|had|have|also|later|earlier|who)$/u, "");
    const unnamed = originKinds.find((kind) => kind.unnamed && kind.pattern.test(phrase));
    if (unnamed) return originNamed(phrase, unnamed.kind, true);
    if (isName(phrase) && phrase.includes(" ")) return originNamed(phrase, "person", false);
  }
  return null;
}

function originNamed(
  words: string,
  kind: DossierOrigin["kind"],
  unnamed: boolean,
): NonNullable<Found["origin"]> {
  return {
    name: words.replace(/^(?:a|an|the) /iu, "").slice(0, 120),
    kind,
    primary: !unnamed && kind !== "other",
    naming: unnamed ? "unnamed-known-to-relay" : "named",
  };
}

function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(text);
}

function ownReporting(article: AttributionInput): Found[] {
  return ownReportingCues.flatMap(({ pattern }) =>
    [...article.text.matchAll(pattern)].map((match) => ({
      relay: null,
      origin: null,
      type: "own-reporting" as const,
      rule: "own reporting",
      place: "text" as const,
      quote: quoteAt(article.text, match.index, match[0]),
    })),
  );
}

/** Links to a known outlet's site, other than the article's own. */
function linked(article: AttributionInput): Found[] {
  return article.links.flatMap(({ href, text }): Found[] => {
    const host = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./u, "") : "";
    const outlet = knownOutlets.find((known) => known.host === host || host.endsWith(`.${known.host}`));
    if (!outlet || sameOutlet(outlet.name, article.outlet)) return [];
    return [
      {
        relay: { outlet: outlet.name, url: href },
        origin: null,
        type: "cites",
        rule: "links to X",
        place: "link",
        quote: { exact: text, start: 0, end: codePointLength(text) },
      },
    ];
  });
}

function quoteAt(text: string, index: number, words: string): Found["quote"] {
  const exact = words.trim().replace(/^, /u, "");
  const start = codePointLength(text.slice(0, index + words.indexOf(exact)));
  return { exact, start, end: start + codePointLength(exact) };
}

/** Of matches that overlap the earlier rule wins; what is left is put in order of the text. */
function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const overlaps = kept.some(({ quote }) => quote.start < one.quote.end && one.quote.start < quote.end);
    if (!overlaps) kept.push(one);
  }
  return kept.sort((a, b) => a.quote.start - b.quote.start);
}

/** One for each relay and origin; a bare relay is left out when the same relay is there with an origin. A link's address is kept. */
function distinct(found: Found[]): Found[] {
  const urls = new Map(
    found.flatMap(({ relay }) => (relay?.url ? [[relay.outlet, relay.url] as const] : [])),
  );
  const withOrigin = new Set(found.flatMap(({ relay, origin }) => (relay && origin ? [relay.outlet] : [])));
  const seen = new Set<string>();
  return found.flatMap((one) => {
    const key = JSON.stringify([
      one.relay?.outlet,
      one.origin?.name.toLowerCase(),
      one.type === "own-reporting",
    ]);
    const isBare = one.relay !== null && one.origin === null;
    if (seen.has(key) || (isBare && one.type === "cites" && withOrigin.has(one.relay!.outlet))) return [];
    seen.add(key);
    return [{ ...one, relay: one.relay && { ...one.relay, url: urls.get(one.relay.outlet) ?? null } }];
  });
}
