import type { DossierOrigin } from "../claims/dossier";
import { onceFor } from "../core/once";
import { offsetMap, sliceCodePoints } from "../quotes/code-points";
import { sentenceAround } from "../quotes/sentences";
import { originKindRows, speaksFor } from "./attribution-cues";
import type { Cue } from "./cue";
import { builtInOutlets, OutletNames, outletEndings, sameOutlet, type KnownOutlet } from "./known-outlets";
import { isPrimaryKind } from "./origin-kinds";
import { endsInsideBody, saysPerson } from "./says-person";
import { longerNames } from "./speakers";
import type { AttributionInput, KnownEntity, SuggestedAttribution } from "./suggest-attributions";

type Origin = NonNullable<SuggestedAttribution["origin"]>;

/** Whom words of an article can name. */
export type Names = {
  outlets: OutletNames;
  entities: ReadonlyMap<string, KnownEntity>;
  /** Full names by last name, as the article has them. */
  people: ReadonlyMap<string, string>;
};

/** Whom the words of an article can name: what the desk and the built-in table know, and people whom it calls by their full names. */
export function namesIn(article: AttributionInput): Names {
  return {
    outlets: outletNames(article.outlets ?? none),
    people: longerNames(article.text),
    entities: entitiesByName(article.entities ?? none),
  };
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

/** The outlet's usual name with the words that say it, the article's own included; `null` when the words are no outlet's. */
export function outletOf(
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
export function materialOrigin(words: string, article: AttributionInput, names: Names): Origin | null {
  const name = words.trim().replace(/^(?:a|an|the|its|their|new|some) /iu, "");
  if (outletOf(name, article, names, false) !== null) return null;
  const kind = originKindRows.find(
    (row) => speaksFor(row, article.language ?? null) && row.pattern.test(name),
  );
  if (kind) return originNamed(name, kind.kind, kind.unnamed, article, names);
  return isName(name) ? originNamed(name, kindBeside(name), false, article, names) : null;
}

/** Who told: a person with a name, or somebody that only the relay knows; the clause nearest to the cue wins. */
export function speakerOrigin(
  cue: Cue,
  text: string,
  index: number,
  article: AttributionInput,
  names: Names,
): Origin | null {
  if (!cue.hasSpeaker) return null;
  const at = offsetMap(text).toCodePoint(index);
  const sentence = sentenceAround(text, at, at + 1);
  const before = sliceCodePoints(text, Math.max(sentence.start, at - 200), at);
  const clauses = [...before.matchAll(/(?:(?!\b(?:that|and|but)\b)[^,:;“”"])+/gu)].reverse();
  for (const { 0: clause, index: start } of clauses) {
    if (endsInsideBody(before.slice(0, start))) return null;
    const phrase = clause.trim().replace(/\s+(?:has|had|have|also|later|earlier|who)$/u, "");
    const unnamed = originKindRows.find((kind) => kind.unnamed && kind.pattern.test(phrase));
    if (unnamed) return originNamed(phrase, unnamed.kind, true, article, names);
    const full = phrase.includes(" ") ? phrase : names.people.get(phrase);
    if (full && isName(full)) return originNamed(full, kindBeside(before), false, article, names);
  }
  return null;
}

/** A name tells no kind: it is a person's where words beside it say so. */
export function kindBeside(words: string): DossierOrigin["kind"] {
  return saysPerson(words) ? "person" : "other";
}

const entityKinds: Record<string, DossierOrigin["kind"]> = { person: "person", organisation: "organisation" };

/** An origin under the name that the desk gave it, when the words are one of that entity's other names. */
export function originNamed(
  words: string,
  kind: DossierOrigin["kind"],
  unnamed: boolean,
  article: AttributionInput,
  names: Names,
): Origin {
  const name = words.replace(/^(?:a|an|the) /iu, "").slice(0, 120);
  const entity = names.entities.get(name.toLowerCase());
  if (entity)
    return { name: entity.name, kind: entityKinds[entity.kind] ?? kind, primary: true, naming: "named" };
  const hidden = article.isOurs ? "unnamed-known-to-us" : "unnamed-known-to-relay";
  return { name, kind, primary: isPrimaryKind(kind, !unnamed), naming: unnamed ? hidden : "named" };
}

function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(text);
}
