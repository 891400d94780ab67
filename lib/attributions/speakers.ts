import type { DossierOrigin } from "../claims/dossier";
import { ofTextsAtHand } from "../core/texts-at-hand";
import { sliceCodePoints } from "../quotes/code-points";
import { endsInsideBody, saysPerson } from "./says-person";
import { sourceSpans, type SourceSpan } from "./source-spans";
import { formsOf } from "./source-verbs";

/** A person or body that an article quotes or reports as saying something itself, without another outlet between. */
export type Speaker = {
  name: string;
  kind: DossierOrigin["kind"];
  unnamed: boolean;
  /** Its words stand in quotation marks in the same sentence. */
  isQuoted: boolean;
  /** The words that name the speaker and the saying; code points. */
  quote: { exact: string; start: number; end: number };
};

const speech = new Set(
  `say tell add note write announce ask argue report call tweet acknowledge explain declare accuse urge recall
  conclude claim warn promise insist reply reveal predict pledge vow denounce deny admit state complain stress
  emphasize caution concede testify observe remark assert allege repeat answer confirm estimate outline counter clarify
  maintain forecast apologize advise recommend describe`.split(/\s+/u),
);
const speechForms = new Set([...speech].flatMap(formsOf));
const title =
  /^(?:president|vice|prime|minister|chancellor|king|queen|prince|princess|pope|cardinal|bishop|rabbi|imam|senator|sens?\.?|rep(?:resentative|s)?\.?|gov(?:ernor)?\.?|mayor|secretary|ambassador|chief|director|chair(?:man|woman|person)?|spokes(?:man|woman|person)|professor|prof\.?|doctor|dr\.?|judge|justice|attorney|sheriff|officer|captain|capt\.?|commander|general|gen\.?|lieutenant|lt\.?|colonel|col\.?|major|sergeant|sgt\.?|detective|inspector|superintendent|commissioner|congress(?:man|woman)|lawmaker|council(?:lor|man|woman)?|mrs?\.?|ms\.?|miss|sir|lord|lady|dame|former|ex|acting|deputy|assistant|senior|adviser|advisor|analyst|economist|leader|head|manager|executive|ceo|coach|captain|author|scientist|researcher|democrat|republican|foreign|interior|defen[cs]e|finance|health|state|treasury|press|campaign|us|u\.s\.|american|russian|ukrainian|british|french|german|chinese|israeli|european|the)$/iu;
const unnamedKind =
  /\b(?:officials?|sources?|persons?|people|diplomats?|insiders?|employees?|workers?|spokes(?:man|woman|person|people)|executives?|witness(?:es)?|analysts?|experts?|residents?|aides?|lawyers?|lawmakers?|managers?|relatives?|neighbou?rs?|passengers?|researchers?|critics?|observers?|investigators?)\b/iu;
const body =
  /\b(?:ministry|agency|police|court|office|department|commission|committee|bureau|company|government|authority|council|bank|union|university|institute|association|organi[sz]ation|group|party|army|navy|airline|operator|hospital|fund|inc|ltd|llc|corp|co|as|ab|gmbh|plc|ag|campaign|centre|center|foundation|federation|service|board)\b\.?/iu;
const acronym = /^\p{Lu}{2,}$/u;
const isNegated = /(?:\b(?:not|never)|n['’]t)\b/u;
const mostSpeakers = 12;

const speechStarts = new Set([...speechForms].map((form) => form.charCodeAt(0)));

/** Where a run of the letters from a to z that begins here ends. */
function endOfLetters(text: string, start: number): number {
  let end = start;
  for (let unit = text.charCodeAt(end); unit >= 97 && unit <= 122; unit = text.charCodeAt(end)) end += 1;
  return end;
}

/** Whether a verb of saying stands in a sentence in any of its forms. */
function mayHoldSpeech(sentence: string): boolean {
  const words = sentence.toLowerCase();
  for (let start = 0, end = 0; start < words.length; start = end + 1) {
    end = endOfLetters(words, start);
    if (speechStarts.has(words.charCodeAt(start)) && speechForms.has(words.slice(start, end))) return true;
  }
  return false;
}

/** Whether a sentence may hold a source that `isSpeaking`. */
export function mayHoldSpeaker(sentence: string): boolean {
  return mayHoldSpeech(sentence) || /according/iu.test(sentence);
}

/** Whether a source is somebody who says something in the article's words: not one that is only described, or kept silent. */
export function isSpeaking(text: string, { start, end, cue, exact }: SourceSpan): boolean {
  if (!speech.has(cue.lemma) && cue.lemma !== "according to") return false;
  const between = sliceCodePoints(text, Math.min(end, cue.start), Math.max(start, cue.start));
  return !isNegated.test(between) && !/\b(?:reports?|rumou?rs?|observers|it|which|that)$/iu.test(exact);
}

/** Who speaks in an English text, once each, in order of first mention; at most twelve. */
export const speakersOf: (text: string) => readonly Speaker[] = ofTextsAtHand(readSpeakers);

function readSpeakers(text: string): Speaker[] {
  const fullNames = longerNames(text);
  const found = new Map<string, Speaker>();
  for (const span of sourceSpans(text, mayHoldSpeech)) {
    if (span.cue.lemma === "according to" || !isSpeaking(text, span)) continue;
    if (endsInsideBody(sliceCodePoints(text, Math.max(0, span.start - 200), span.start))) continue;
    for (const who of identify(span.exact, fullNames)) {
      const known = found.get(who.name.toLowerCase());
      if (known) {
        known.isQuoted ||= span.besideQuotation;
        if (known.kind === "other") known.kind = who.kind;
      } else if (found.size < mostSpeakers)
        found.set(who.name.toLowerCase(), {
          name: who.name,
          kind: who.kind,
          unnamed: who.unnamed,
          isQuoted: span.besideQuotation,
          quote: who.ownWords ? ownWords(span, who.ownWords) : wordsFired(text, span),
        });
    }
  }
  return [...found.values()];
}

/** From the source to its cue, whichever comes first; the two alone when other words stand between them. */
function wordsFired(text: string, { start, end, exact, cue }: SourceSpan): Speaker["quote"] {
  const from = Math.min(start, cue.start);
  const to = Math.max(end, cue.end);
  if (to - from > end - start + (cue.end - cue.start) + 40) return { exact, start, end };
  return { exact: sliceCodePoints(text, from, to), start: from, end: to };
}

/** Of one of two who speak together, its name in the words of the source. */
function ownWords({ start, exact }: SourceSpan, name: string): Speaker["quote"] {
  const at = start + Array.from(exact.slice(0, exact.indexOf(name))).length;
  return { exact: name, start: at, end: at + Array.from(name).length };
}

/** `ownWords`: the words that name it alone, where another speaks with it. */
type Identity = Pick<Speaker, "name" | "kind" | "unnamed"> & { ownWords?: string };

/** Whom the words of a source name; nobody for pronouns, for roles told by "the" alone, and for things that do not speak. */
function identify(words: string, fullNames: ReadonlyMap<string, string>): Identity[] {
  const [head = ""] = words.split(/,| [–—-] | who | that | which /u);
  const named = nameIn(head) ?? (unnamedKind.test(head) ? nameIn(words.slice(head.length)) : null);
  if (named && !unnamedKind.test(named))
    return eachIn(named).flatMap((name, _, { length }) =>
      withKind(name, { head, beside: words.replace(named, " "), fullNames, isOneOfTwo: length > 1 }),
    );
  if (/^(?:the|this|that|his|her|their|its|both|these|those) /iu.test(head)) return [];
  if (!unnamedKind.test(head)) return [];
  const name = head
    .replace(/^(?:an?|one|another) /iu, "")
    .trim()
    .slice(0, 120);
  return [{ name, kind: "person", unnamed: true }];
}

/** Two who speak together, each by its own name. "Marks and Spencer", of two plain words, may be one, and stays so. */
function eachIn(named: string): string[] {
  const sides = named.split(" and ");
  const isNames = sides.every((side) => /^\p{Lu}/u.test(side));
  const isTwo = sides.some((side) => side.includes(" ") || acronym.test(side));
  return isNames && isTwo && !body.test(named) ? sides : [named];
}

/** The last run of capitalised words without the titles before it. */
function nameIn(words: string): string | null {
  const runs =
    words.match(
      /\p{Lu}[\p{L}\p{N}.'’-]*(?: (?:(?:de|van|von|der|den|da|al|bin|of|for|and|&) ){0,2}\p{Lu}[\p{L}\p{N}.'’-]*){0,7}/gu,
    ) ?? [];
  const run = runs.at(-1)?.split(" ") ?? [];
  if (body.test(run.join(" "))) return run.filter((word, at) => at > 0 || !/^the$/iu.test(word)).join(" ");
  const lastTitle = run.findLastIndex((word) => title.test(word));
  const rest = run
    .slice(lastTitle + 1)
    .join(" ")
    .replace(/['’]s?$/u, "");
  return rest.length > 1 && !/^(?:of|for|and|&) /u.test(rest) ? rest : null;
}

type Beside = {
  head: string;
  /** The words of the source but for the name. */
  beside: string;
  fullNames: ReadonlyMap<string, string>;
  isOneOfTwo: boolean;
};

/** What the named one is: a body by its own words, a person where a title or a role says so, otherwise not known. */
function withKind(named: string, { head, beside, fullNames, isOneOfTwo }: Beside): Identity[] {
  // "the Green Circle" is a body, "the engineer Paul Dahl" a person.
  const isBody =
    body.test(named) || acronym.test(named) || head.toLowerCase() === `the ${named.toLowerCase()}`;
  const own = isOneOfTwo ? { ownWords: named } : {};
  if (isBody) return [{ name: named, kind: "organisation", unnamed: false, ...own }];
  const kind = saysPerson(beside) ? "person" : "other";
  const name = named.includes(" ") ? named : (fullNames.get(named) ?? (isOneOfTwo ? named : null));
  return name === null ? [] : [{ name, kind, unnamed: false, ...own }];
}

/** Full names of people in a text by their last name, the form that is met first. */
export const longerNames: (text: string) => ReadonlyMap<string, string> = ofTextsAtHand(readLongerNames);

function readLongerNames(text: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [first, , last] of text.matchAll(
    /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? (?:(\p{Lu}\.) )?(\p{Lu}\p{L}*\p{Ll}[\p{L}’'-]*)/gu,
  )) {
    const lead = first.split(" ")[0]!;
    if (!title.test(lead) && !names.has(last!)) names.set(last!, first);
  }
  return names;
}
