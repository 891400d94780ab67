import type { AttributionType, DossierOrigin } from "../claims/dossier";
import { onceFor } from "../core/once";
import { ofTextsAtHand } from "../core/texts-at-hand";
import { codePointLength, offsetMap, sliceCodePoints } from "../quotes/code-points";
import { sentenceAround } from "../quotes/sentences";
import { cues, originKindRows, ownReportingCues, speaksFor } from "./attribution-cues";
import type { Cue, CuePlace, PhraseRow } from "./cue";
import { builtInOutlets, OutletNames, outletEndings, sameOutlet, type KnownOutlet } from "./known-outlets";
import { distinct, withoutOverlaps } from "./one-of-each";
import { longerNames, speakersOf } from "./speakers";

/** A person or body of the desk's own list, with the other names it goes by. */
export type KnownEntity = { name: string; kind: string; also: readonly string[] };

export type AttributionInput = {
  /** Main text. */
  text: string;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  /** Links inside the main text, absolute. */
  links: readonly { href: string; text: string }[];
  /** BCP 47; null when unknown, then every language's rules are tried. */
  language?: string | null;
  url?: string | null;
  canonicalUrl?: string | null;
  /** Outlets that the desk knows; they come before the built-in table. */
  outlets?: readonly KnownOutlet[];
  entities?: readonly KnownEntity[];
  /** The article is the newsroom's own: whom it does not name, the newsroom knows. */
  isOurs?: boolean;
};

export type SuggestedAttribution = {
  /** Another outlet that the article has it from; `null` when the origin is reached directly, or is the article. */
  relay: { outlet: string; url: string | null } | null;
  origin: Pick<DossierOrigin, "name" | "kind" | "primary" | "naming"> | null;
  type: AttributionType;
  rule: string;
  place: CuePlace | "link" | "address";
  /** The words that made the rule fire; code points over the text, title or byline; a link's own words from 0. */
  quote: { exact: string; start: number; end: number };
};

type Found = SuggestedAttribution;
type Names = {
  outlets: OutletNames;
  entities: ReadonlyMap<string, KnownEntity>;
  /** Full names by last name, as the article has them. */
  people: ReadonlyMap<string, string>;
};

/**
 * Where an article says that it has something from, by written rules, for a person to confirm or reject. One suggestion
 * for each pair of relay and origin, titles and datelines first, otherwise in order of the text. Never throws.
 */
export function suggestAttributions(article: AttributionInput): SuggestedAttribution[] {
  const language = article.language ?? null;
  const known = outletNames(article.outlets ?? none);
  const names: Names = {
    outlets: known,
    people: longerNames(article.text),
    entities: entitiesByName(article.entities ?? none),
  };
  // An outlet that one sentence shows to be one ("seen by the Coastal Wire") is one in the others too.
  const unlisted = outletsShownIn(article, names);
  if (unlisted.length > 0) names.outlets = new OutletNames(unlisted, known);
  const found = (["byline", "title", "text"] as const).flatMap((place) => {
    const text = article[place] ?? "";
    const rows = cues.filter((cue) => cue.places.includes(place) && speaksFor(cue, language));
    const spoken = place === "byline" ? [] : speakers(text, place, article, names);
    return withoutOverlaps([...rows.flatMap((cue) => matches(cue, text, place, article, names)), ...spoken]);
  });
  return distinct([
    ...canonical(article, names),
    ...found,
    ...ownReporting(article),
    ...linked(article, names),
  ]);
}

const none: readonly never[] = [];

/** A desk's lists are of thousands, and the same for each of the articles that are compared with a new one. */
const outletNames = onceFor(
  (outlets: readonly KnownOutlet[]) => new OutletNames([...outlets, ...builtInOutlets]),
);
const entitiesByName = onceFor(
  (entities: readonly KnownEntity[]): ReadonlyMap<string, KnownEntity> =>
    new Map(
      entities.flatMap((entity) =>
        [entity.name, ...entity.also].map((name) => [name.toLowerCase(), entity] as const),
      ),
    ),
);

function outletsShownIn(article: AttributionInput, names: Names): KnownOutlet[] {
  const rows = cues.filter((cue) => cue.unknownOutlets && speaksFor(cue, article.language ?? null));
  const shown = rows.flatMap((cue) =>
    matchesOf(cue, article.text, "text").map((match) => {
      const words = match.groups?.outlet;
      return words === undefined ? null : outletOf(words, article, names, true);
    }),
  );
  const found = new Set(shown.flatMap((outlet) => (outlet ? [outlet.name] : [])));
  return [...found].map((name) => ({ name, also: [], host: null }));
}

type Match = { 0: string; index: number; groups?: Record<string, string | undefined> | undefined };

/** Which cues match where in an article's text, whatever names the desk knows: filled as each is asked for. */
const matchesInText = ofTextsAtHand(() => new Map<Cue | PhraseRow, readonly Match[]>());

/** Where the pattern of a cue matches; in an article's text it is looked for once. */
function matchesOf(cue: Cue | PhraseRow, text: string, place: CuePlace): readonly Match[] {
  if (place !== "text") return [...text.matchAll(cue.pattern)];
  const known = matchesInText(text);
  const matches = known.get(cue) ?? findMatches(cue, text);
  known.set(cue, matches);
  return matches;
}

/** Only lines that can hold a match are read where the cue says what it needs. */
function findMatches(cue: Cue | PhraseRow, text: string): Match[] {
  const { pattern } = cue;
  const needs = "needs" in cue ? cue.needs : undefined;
  if (!needs) return [...text.matchAll(pattern)];
  const found: Match[] = [];
  for (let start = 0, end; start < text.length; start = end + 1) {
    end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end);
    if (!needs.test(line)) continue;
    for (const { 0: words, index, groups } of line.matchAll(pattern))
      found.push({ 0: words, index: start + index, groups });
  }
  return found;
}

function matches(cue: Cue, text: string, place: CuePlace, article: AttributionInput, names: Names): Found[] {
  return matchesOf(cue, text, place).flatMap((match): Found[] => {
    const { outlet: outletWords, material, speaker } = match.groups ?? {};
    const outlet =
      outletWords === undefined ? null : outletOf(outletWords, article, names, cue.unknownOutlets);
    if (outletWords !== undefined && outlet === null) return [];
    const origin =
      material !== undefined
        ? materialOrigin(material, article, names)
        : speaker !== undefined
          ? originNamed(speaker, "person", false, article, names)
          : speakerOrigin(cue, text, match.index, article, names);
    if (outlet === null && origin === null) return [];
    const tail = outlet && outletWords ? match[0].lastIndexOf(outletWords) + outlet.words.length : 0;
    const isLast = outletWords !== undefined && match[0].trimEnd().endsWith(outletWords);
    const quote = quoteAt(text, match.index, isLast && tail > 0 ? match[0].slice(0, tail) : match[0]);
    const isOwn = outlet !== null && sameOutlet(outlet.name, article.outlet);
    const base = { rule: cue.rule, place, quote };
    if (isOwn && !origin) return [{ ...base, relay: null, origin: null, type: "own-reporting" }];
    return [
      {
        ...base,
        relay: outlet === null || isOwn ? null : { outlet: outlet.name, url: null },
        origin,
        type: cue.type,
      },
    ];
  });
}

/** The outlet's usual name with the words that say it, the article's own included; `null` when the words are no outlet's. */
function outletOf(
  given: string,
  article: AttributionInput,
  names: Names,
  mayBeUnknown: boolean,
): { name: string; words: string } | null {
  const words = given.replace(/['’]s?$/u, "").trim();
  const known = names.outlets.find(words);
  if (known && known.words === words) return { name: known.outlet.name, words };
  if (sameOutlet(words, article.outlet)) return { name: article.outlet!, words };
  if (known) return { name: known.outlet.name, words: known.words };
  return outletEndings.test(words) || mayBeUnknown ? { name: words, words } : null;
}

/** What was seen, when the words name a kind of thing or of people; outlets are handled by their own rules. */
function materialOrigin(words: string, article: AttributionInput, names: Names): Found["origin"] {
  const name = words.trim().replace(/^(?:a|an|the|its|their|new|some) /iu, "");
  if (outletOf(name, article, names, false) !== null) return null;
  const kind = originKindRows.find(
    (row) => speaksFor(row, article.language ?? null) && row.pattern.test(name),
  );
  if (kind) return originNamed(name, kind.kind, kind.unnamed, article, names);
  return isName(name)
    ? originNamed(name, name.split(" ").length > 1 ? "person" : "other", false, article, names)
    : null;
}

/** Who told: a person with a name, or somebody that only the relay knows; the clause nearest to the cue wins. */
function speakerOrigin(
  cue: Cue,
  text: string,
  index: number,
  article: AttributionInput,
  names: Names,
): Found["origin"] {
  if (!cue.hasSpeaker) return null;
  const at = offsetMap(text).toCodePoint(index);
  const sentence = sentenceAround(text, at, at + 1);
  const before = sliceCodePoints(text, Math.max(sentence.start, at - 200), at);
  for (const clause of before.split(/[,:;“”"]|\b(?:that|and|but)\b/u).reverse()) {
    const phrase = clause.trim().replace(/\s+(?:has|had|have|also|later|earlier|who)$/u, "");
    const unnamed = originKindRows.find((kind) => kind.unnamed && kind.pattern.test(phrase));
    if (unnamed) return originNamed(phrase, unnamed.kind, true, article, names);
    const full = phrase.includes(" ") ? phrase : names.people.get(phrase);
    if (full && isName(full)) return originNamed(full, "person", false, article, names);
  }
  return null;
}

const entityKinds: Record<string, DossierOrigin["kind"]> = { person: "person", organisation: "organisation" };

/** An origin under the name that the desk gave it, when the words are one of that entity's other names. */
function originNamed(
  words: string,
  kind: DossierOrigin["kind"],
  unnamed: boolean,
  article: AttributionInput,
  names: Names,
): NonNullable<Found["origin"]> {
  const name = words.replace(/^(?:a|an|the) /iu, "").slice(0, 120);
  const entity = names.entities.get(name.toLowerCase());
  if (entity)
    return { name: entity.name, kind: entityKinds[entity.kind] ?? kind, primary: true, naming: "named" };
  const hidden = article.isOurs ? "unnamed-known-to-us" : "unnamed-known-to-relay";
  return { name, kind, primary: !unnamed && kind !== "other", naming: unnamed ? hidden : "named" };
}

function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(text);
}

/** Whoever says something in the article's own sentences; outlets have their own rules. English only. */
function speakers(text: string, place: CuePlace, article: AttributionInput, names: Names): Found[] {
  const language = article.language ?? null;
  if (!speaksFor({ language: "en" }, language) || /[\u0400-\u04ff]{3}/u.test(text.slice(0, 500))) return [];
  return speakersOf(text).flatMap(({ name, kind, unnamed, isQuoted, quote }): Found[] => {
    if (outletOf(name, article, names, false) !== null) return [];
    const rule = isQuoted ? "quotes X" : "X said";
    const origin = originNamed(name, kind, unnamed, article, names);
    return [{ relay: null, origin, type: "cites", rule, place, quote }];
  });
}

function ownReporting(article: AttributionInput): Found[] {
  return ownReportingCues
    .filter((row) => speaksFor(row, article.language ?? null))
    .flatMap((row) =>
      matchesOf(row, article.text, "text").map((match) => ({
        relay: null,
        origin: null,
        type: "own-reporting" as const,
        rule: "own reporting",
        place: "text" as const,
        quote: quoteAt(article.text, match.index, match[0]),
      })),
    );
}

/** The page says that its address is on another outlet's site: it was taken over from there. */
function canonical(article: AttributionInput, names: Names): Found[] {
  const { url, canonicalUrl } = article;
  if (!canonicalUrl || !URL.canParse(canonicalUrl)) return [];
  const host = siteOf(canonicalUrl);
  const outlet = names.outlets.atAddress(canonicalUrl)?.name ?? (url ? host : null);
  const isElsewhere =
    url && URL.canParse(url) ? siteOf(url) !== host : outlet !== null && article.outlet !== null;
  if (!outlet || !isElsewhere || sameOutlet(outlet, article.outlet)) return [];
  return [
    {
      relay: { outlet, url: canonicalUrl },
      origin: null,
      type: "republishes",
      rule: "canonical address at X",
      place: "address",
      quote: { exact: canonicalUrl, start: 0, end: codePointLength(canonicalUrl) },
    },
  ];
}

/** The last two labels of a host, three under a country's "co" and the like: enough to tell one publisher from another. */
function siteOf(address: string): string {
  const labels = new URL(address).hostname.split(".");
  const isShared =
    /^(?:co|com|org|net|gov|ac)$/u.test(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length === 2;
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** Links to a known outlet's site, other than the article's own. */
function linked(article: AttributionInput, names: Names): Found[] {
  return article.links.flatMap(({ href, text }): Found[] => {
    const outlet = names.outlets.atAddress(href);
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
  const start = offsetMap(text).toCodePoint(index + words.indexOf(exact));
  return { exact, start, end: start + codePointLength(exact) };
}
