/** Words, and the language that they are known to be in (BCP 47); unknown stays unknown. */
export type Told = { text: string; language?: string | null };

/** Letters of one way of writing; the first is what a text without letters counts as. */
const scripts = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Georgian}/gu,
  /\p{Script=Armenian}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Bengali}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Hangul}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
];

/** The place in `scripts` of what most letters of a text are written in. */
function scriptOf(text: string): number {
  const letters = scripts.map((script) => text.match(script)?.length ?? 0);
  return letters.indexOf(Math.max(...letters));
}

const base = (language: string | null | undefined) => language?.toLowerCase().split("-")[0] ?? null;

/**
 * Why two texts are not compared word by word: they are known to be in different languages, or are written in different
 * scripts, where every letter would differ and none would tell. Null where their words can be held against each other.
 */
export function apartBy(a: Told, b: Told): "languages" | "scripts" | null {
  const [one, other] = [base(a.language), base(b.language)];
  if (one !== null && other !== null && one !== other) return "languages";
  if (scriptOf(a.text) === scriptOf(b.text)) return null;
  return one !== null && one === other ? "scripts" : "languages";
}
