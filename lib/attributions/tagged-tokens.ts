import winkNlp from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { cueClass } from "./source-verbs";

/** Universal part-of-speech tags, as the tagger gives them. */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "SPACE";

/** A word or mark of a sentence with its place in UTF-16 units of the text. */
export type Token = { word: string; lower: string; lemma: string; tag: Tag; start: number; end: number };

const tagger = winkNlp(model, ["pos"]);
const { its } = tagger;

/** The tagger's patterns take quadratic time on unbroken runs of characters; longer ones are no words. */
const longestRun = 40;
/** Longer "sentences" are tables or noise. */
const longestSentence = 2_500;

const functionTags: Record<string, Tag> = { who: "PRON", which: "PRON", whom: "PRON" };

/** Words and marks of one English sentence, tagged; `offset` is where the sentence stands in its text. Linear time. */
export function tagSentence(sentence: string, offset: number): Token[] {
  const text = cutLongRuns(sentence.slice(0, longestSentence));
  const document = tagger.readDoc(text);
  const words = document.tokens().out(its.value) as string[];
  const tags = document.tokens().out(its.pos) as Tag[];
  const lemmas = document.tokens().out(its.lemma as typeof its.value) as string[];
  const tokens: Token[] = [];
  let from = 0;
  words.forEach((word, index) => {
    const at = text.indexOf(word, from);
    if (at < 0 || word.trim() === "") return;
    from = at + word.length;
    const lower = word.toLowerCase().replaceAll("’", "'");
    tokens.push({
      word: sentence.slice(at, from),
      lower,
      lemma: lemmas[index] ?? lower,
      tag: functionTags[lower] ?? tags[index] ?? "X",
      start: offset + at,
      end: offset + from,
    });
  });
  return tokens.map((token, at) => ({ ...token, tag: retagged(tokens, at) }));
}

/** Corrects what the tagger often gets wrong in news: given names taken for verbs, and verbs of saying for plurals. */
function retagged(tokens: readonly Token[], at: number): Tag {
  const { tag, word, lower } = tokens[at]!;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (tag === "SCONJ" && lower === "for") return "ADP";
  if (/^\p{Lu}{2,4}$/u.test(word) && before?.tag === "PROPN") return "PROPN";
  if (
    tag === "VERB" &&
    next?.tag === "PROPN" &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    (at === 0 || before?.tag === "PROPN") &&
    cueClass(tokens[at]!.lemma) === null
  )
    return "PROPN";
  const isCue = tag === "NOUN" && /[^s]s$/u.test(lower) && cueClass(lower.slice(0, -1)) !== null;
  const hasObject =
    next !== undefined &&
    (next.tag === "DET" ||
      next.tag === "SCONJ" ||
      next.tag === "PRON" ||
      /^(?:that|["“:])$/u.test(next.lower));
  return isCue && hasObject && (before?.tag === "PROPN" || before?.tag === "PRON") ? "VERB" : tag;
}

/** The same length, with overlong runs cut short by spaces, and controls that the tagger trips over made spaces. */
function cutLongRuns(sentence: string): string {
  return sentence
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (found) => " ".repeat(found.length))
    .replace(/\S+/gu, (run) => (run.length <= longestRun ? run : run.slice(0, 12).padEnd(run.length, " ")));
}
