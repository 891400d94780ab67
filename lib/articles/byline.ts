import { cleanByline } from "./extraction";

const bylineLine =
  /^(?:by|von|par|por|author|written by|text by|автор|від|текст)(?:\s*:)?\s+(?=\p{Lu})(?:[\p{L}.'’-]+[\s,]+|and |und |et |y |та |и ){1,8}|^(?:автор|text|author)\s*:\s*\p{Lu}/iu;

/** Who a line names as its author, or null: it has the cue and, after it, one to five capitalised words up to a date or its end. */
export function bylineOf(text: string): string | null {
  if (text.length > 160 || !bylineLine.test(`${text} `)) return null;
  const name = cleanByline(text);
  if (!name) return null;
  const person = /^\p{Lu}[\p{L}.'’-]*(?:(?: |, | and | und | et | y | та | и )\p{Lu}[\p{L}.'’-]*){1,8}/u.exec(
    name,
  )?.[0];
  return person && person.length > name.length * 0.6 ? person : null;
}
