import type { DossierOrigin } from "../claims/dossier";
import { ofTextsAtHand } from "../core/texts-at-hand";
import { sliceCodePoints } from "../quotes/code-points";
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
    const who = identify(span.exact, fullNames);
    const known = who && found.get(who.name.toLowerCase());
    if (known) known.isQuoted ||= span.besideQuotation;
    else if (who && found.size < mostSpeakers)
      found.set(who.name.toLowerCase(), {
        ...who,
        isQuoted: span.besideQuotation,
        quote: wordsFired(text, span),
      });
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

type Identity = Pick<Speaker, "name" | "kind" | "unnamed">;

/** Who the words of a source name; null for pronouns, for roles told by "the" alone, and for things that do not speak. */
function identify(words: string, fullNames: ReadonlyMap<string, string>): Identity | null {
  const [head = ""] = words.split(/,| [–—-] | who | that | which /u);
  const named = nameIn(head) ?? (unnamedKind.test(head) ? nameIn(words.slice(head.length)) : null);
  if (named && !unnamedKind.test(named)) return withKind(named, head, fullNames);
  if (/^(?:the|this|that|his|her|their|its|both|these|those) /iu.test(head)) return null;
  return unnamedKind.test(head)
    ? {
        name: head
          .replace(/^(?:an?|one|another) /iu, "")
          .trim()
          .slice(0, 120),
        kind: "person",
        unnamed: true,
      }
    : null;
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
  return rest.length > 1 ? rest : null;
}

function withKind(named: string, head: string, fullNames: ReadonlyMap<string, string>): Identity | null {
  // "the Green Circle" is a body, "the engineer Paul Dahl" a person.
  const isBody =
    body.test(named) || /^\p{Lu}{2,}$/u.test(named) || head.toLowerCase() === `the ${named.toLowerCase()}`;
  if (isBody) return { name: named, kind: "organisation", unnamed: false };
  if (named.includes(" ")) return { name: named, kind: "person", unnamed: false };
  const full = fullNames.get(named);
  return full ? { name: full, kind: "person", unnamed: false } : null;
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
