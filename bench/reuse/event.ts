/**
 * One invented event, as different desks would have it. `wire` is the original. `copy` prints it with a paragraph of its
 * own or cut; `light` changes words here and there and names nobody; `heavy` keeps facts and names in other sentences and
 * names nobody; `relay` credits the wire; `independents` were there themselves, asked others, or saw it happen.
 */
export type ReuseEvent = {
  name: string;
  wire: ReuseText;
  copy: ReuseText;
  light: ReuseText;
  heavy: ReuseText;
  relay: ReuseText;
  translation: ReuseText;
  independents: readonly ReuseText[];
};

export type ReuseText = { outlet: string | null; language: string; publishedAt: string | null; text: string };

/** A text in English unless said otherwise. */
export function written(
  outlet: string | null,
  publishedAt: string | null,
  text: string,
  language = "en",
): ReuseText {
  return { outlet, publishedAt, text: text.trim(), language };
}
