import type { AttributionType, DossierOrigin } from "../claims/dossier";
import { canonical, linked } from "./address-credits";
import { cues, ownReportingCues, speaksFor } from "./attribution-cues";
import type { Cue, CuePlace } from "./cue";
import { matchesOf, quoteAt } from "./cue-matches";
import { OutletNames, sameOutlet, type KnownOutlet } from "./known-outlets";
import {
  kindBeside,
  materialOrigin,
  namesIn,
  originNamed,
  outletOf,
  speakerOrigin,
  type Names,
} from "./named-sources";
import { distinct, withoutOverlaps } from "./one-of-each";
import { speakersOf } from "./speakers";

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

/**
 * Where an article says that it has something from, by written rules, for a person to confirm or reject. One suggestion
 * for each pair of relay and origin, titles and datelines first, otherwise in order of the text. Never throws.
 */
export function suggestAttributions(article: AttributionInput): SuggestedAttribution[] {
  const language = article.language ?? null;
  const names = namesIn(article);
  // An outlet that one sentence shows to be one ("seen by the Coastal Wire") is one in the others too.
  const unlisted = outletsShownIn(article, names);
  if (unlisted.length > 0) names.outlets = new OutletNames(unlisted, names.outlets);
  const found = (["byline", "title", "text"] as const).flatMap((place) => {
    const text = article[place] ?? "";
    const rows = cues.filter((cue) => cue.places.includes(place) && speaksFor(cue, language));
    const spoken = place === "byline" ? [] : speakers(text, place, article, names);
    return withoutOverlaps([...rows.flatMap((cue) => matches(cue, text, place, article, names)), ...spoken]);
  });
  return distinct([
    ...canonical(article, names.outlets),
    ...found,
    ...ownReporting(article),
    ...linked(article, names.outlets),
  ]);
}

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
          ? originNamed(speaker, kindBeside(match[0]), false, article, names)
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
