/**
 * The plain way to find sources: a list of verbs of saying, and for each the nearest noun phrase of its sentence. A noun
 * phrase is a pronoun, a run of capitalised words, or a determiner with the words up to the next function word.
 */
const verbs =
  /\b(?:said|says|say|saying|told|tells|telling|added|adds|adding|announced|announces|argued|argues|arguing|asked|asks|claimed|claims|declared|explained|insisted|noted|notes|noting|replied|reported|reports|stated|states|suggested|suggests|warned|warns|wrote|writes|according to)\b/giu;
const phrase =
  /\b(?:(?:he|she|they|it|we|I|who)\b|(?:(?:the|a|an|his|her|their|its|some|many|two|three) )?(?:\p{Lu}[\p{L}.'’-]*)(?: (?:of |for |the )?\p{Lu}[\p{L}.'’-]*)*|(?:the|a|an|his|her|their|its|some|many|two|three) (?:\p{Ll}+)(?: (?!(?:of|for|in|on|at|to|that|who|and|or|but|is|was|were|are|had|has|have|with|by|from)\b)\p{Ll}+){0,3})/gu;

export type PlainSpan = { start: number; end: number };

/** Sources by the plain way; places are UTF-16 units of the text. */
export function plainSourceSpans(text: string, sentences: readonly PlainSpan[]): PlainSpan[] {
  return sentences.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const cues = [...sentence.matchAll(verbs)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const isCue = (at: number) => cues.some((cue) => cue.start <= at && at < cue.end);
    const phrases = cues.length === 0 ? [] : nounPhrases(sentence).filter((one) => !isCue(one.start));
    return cues.flatMap((cue) => {
      const distance = (one: PlainSpan) =>
        Math.min(Math.abs(one.end - cue.start), Math.abs(one.start - cue.end));
      const nearest = phrases.reduce<PlainSpan | null>(
        (best, one) => (best === null || distance(one) < distance(best) ? one : best),
        null,
      );
      return nearest ? [{ start: start + nearest.start, end: start + nearest.end }] : [];
    });
  });
}

function nounPhrases(sentence: string): PlainSpan[] {
  return [...sentence.matchAll(phrase)].map((match) => {
    const cut = match[0].search(
      / (?:said|says|say|told|added|asked|wrote|noted|argued|warned|reported|claimed)\b/u,
    );
    return { start: match.index, end: match.index + (cut > 0 ? cut : match[0].length) };
  });
}
