import type { DrawnRoute } from "../attributions/route-view";
import { en } from "./en";
import type { ReaderWords } from "./reader";

const { edges, notes, names, noRoute } = en.recorded;

/** Code of the English phrase in one part of the catalogue. */
function codeOf<T extends Record<string, string>>(part: T, phrase: string): keyof T | null {
  return Object.keys(part).find((code) => part[code] === phrase) ?? null;
}

function phraseIn<T extends Record<string, string>>(english: T, theirs: T, phrase: string): string | null {
  const code = codeOf(english, phrase);
  return code === null ? null : theirs[code]!;
}

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function numberIn(word: string): number {
  const small = smallNumbers.indexOf(word.toLowerCase());
  return small === -1 ? Number(word) : small;
}

type Said = ReaderWords["recorded"];
const number = String.raw`(\w+)`;

/** Sentences after the routes, as `routeWords` writes them or once wrote them: with a number, and some with names. */
const sentences: readonly [RegExp, (said: Said, count: number, names: string) => string][] = [
  [
    new RegExp(`^${number} more articles? comes? the same way, so (?:it adds|they add) nothing\\.$`),
    (said, count) => said.sameWay(count),
  ],
  [
    new RegExp(
      `^${number} more articles? (?:is by an outlet|are by outlets) of the same owner, so (?:it adds|they add) nothing\\.$`,
    ),
    (said, count) => said.sameOwner(count),
  ],
  [
    new RegExp(`^${number} articles? names? no source, so (?:it is|they are) not counted\\.$`),
    (said, count) => said.silent(count),
  ],
  [
    new RegExp(
      `^${number} articles? leads? back to (.+), whose own source is not known, so (?:it is|they are) not counted\\.$`,
      "su",
    ),
    (said, count, names) => said.ledBack(count, names),
  ],
  [
    new RegExp(
      `^Where ${number} articles? (?:has|have) it from is not known, so (?:it is|they are) not counted\\.$`,
    ),
    (said, count) => said.unclear(count),
  ],
];

function sentenceIn(sentence: string, said: Said): string | null {
  for (const [pattern, say] of sentences) {
    const [, counted = "?", names = ""] = pattern.exec(sentence) ?? [];
    const count = numberIn(counted);
    if (Number.isInteger(count)) return say(said, count, namesIn(names, said));
  }
  return null;
}

function chainIn(chain: string, said: Said): string {
  const withheld = /^(\w+) that we do not show$/.exec(chain)?.[1];
  if (withheld !== undefined && Number.isInteger(numberIn(withheld)))
    return said.notShown(numberIn(withheld));
  const itself = /^(.+) itself$/.exec(chain)?.[1];
  if (itself !== undefined && !chain.includes(" → ")) return said.itself(nameIn(itself, said));
  return chain
    .split(" → ")
    .map((name) => nameIn(name, said))
    .join(" → ");
}

function nameIn(name: string, said: Said): string {
  return phraseIn(names, said.names, name) ?? name;
}

/** Names that stand beside each other in a sentence. */
function namesIn(names: string, said: Said): string {
  return names
    .split(" / ")
    .map((name) => nameIn(name, said))
    .join(" / ");
}

/** Where the sentences behind the routes begin: one of them may follow a name that ends in a full stop. */
function splitTail(text: string, said: Said): { head: string; tail: string[] } {
  const parts = text.split(/(?<=\.) (?=\p{Lu}|\d)/u);
  const tail: string[] = [];
  while (parts.length > 1) {
    const last = lastSentence(parts, said);
    if (last === null) break;
    tail.unshift(last.words);
    parts.length = last.from;
  }
  return { head: parts.join(" "), tail };
}

/** The last sentence: a name in it may itself have a full stop before a capital ("A. B. News"). */
function lastSentence(parts: readonly string[], said: Said): { words: string; from: number } | null {
  for (let from = parts.length - 1; from > 0; from -= 1) {
    const words = sentenceIn(parts.slice(from).join(" "), said);
    if (words !== null) return { words, from };
  }
  return null;
}

/** The route's words as a record holds them, in another language; `null` for what this program did not write so. */
export function routeWordsIn(text: string, { recorded: said }: ReaderWords): string | null {
  const { head, tail } = splitTail(text, said);
  if (head === noRoute) return [said.noRoute, ...tail].join(" ");
  const lead = /^(\w+) known routes?(?: that share nothing)?: (.+)\.$/su.exec(head);
  const count = numberIn(lead?.[1] ?? "?");
  if (!lead || !Number.isInteger(count)) return null;
  const chains = lead[2]!.split("; ").map((chain) => chainIn(chain, said));
  return [`${said.routes(count)}: ${chains.join("; ")}.`, ...tail].join(" ");
}

function noteIn(note: string, said: Said): string {
  const whole = phraseIn(notes, said.notes, note);
  if (whole !== null) return whole;
  const colon = note.indexOf(": ");
  const edge = colon < 1 ? null : phraseIn(edges, said.edges, note.slice(0, colon));
  return edge === null ? note : `${edge}: ${nameIn(note.slice(colon + 2), said)}`;
}

/** The route with its own phrases in the reader's language; names and what people wrote stay as they are. */
export function routeIn(route: DrawnRoute, words: ReaderWords): DrawnRoute {
  if (words.language === en.language) return route;
  const said = words.recorded;
  return {
    ...route,
    words: routeWordsIn(route.words, words) ?? route.words,
    nodes: route.nodes.map((node) => ({
      ...node,
      name: nameIn(node.name, said),
      note: noteIn(node.note, said),
    })),
    edges: route.edges.map((edge) => ({
      ...edge,
      label: phraseIn(edges, said.edges, edge.label) ?? edge.label,
    })),
  };
}
