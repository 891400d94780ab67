import { estimateWords, sentenceEnd } from "./prose";

/** A line or paragraph at the top of a text. */
export type OpeningBlock = {
  text: string;
  /** Whether markup makes it a heading. */
  isHeading?: boolean;
  /** Whether a blank line, or the end of a paragraph, is behind it. */
  isApart: boolean;
  /** Whether it is known to be no headline: a menu, a byline, a date. */
  isOther: boolean;
};

/** How far down a headline is looked for: what stands over it is a menu. */
export const mostBlocks = 60;

const mostCharacters = 150;
const mostWords = 20;
/** So many lines may stand over the first paragraph: a label, the headline, what is below it. */
const mostLines = 4;

/** What opens a text and names nothing in it. */
const label =
  /^(?:(?:press|media|news) release|for immediate release|statement|breaking(?: news)?|exclusive|news|update|прес-?реліз|заява|терміново|новини|ексклюзив)\W*$/iu;
const greeting =
  /^(?:dear|hi|hello|hey|good (?:morning|day|evening)|шановн\p{L}+|добр(?:ий|ого)|вітаю|привіт)(?=$|[\s,!])/iu;
const address = /https?:|www\.|\S@\S/i;
const speaker = /^\p{Lu}[\p{L}.'’ -]{0,40}: \S/u;
const fullStop = /[^.]\.["”’»)]?$/u;
/** "Regulator fines Acme Inc.", "Norland leaves the U.N." */
const shortened = /(?:\p{L}\.){2}$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$/u;

/** Whether a line is of the form in which somebody speaks: "Mayor: We bought six." */
export const isSpeech = (text: string): boolean => speaker.test(text);

/** Whether a line ends with a full stop, as a sentence does and a headline does not. */
export const endsAsSentence = (text: string): boolean => fullStop.test(text) && !shortened.test(text);

/** Whether a line reads as a headline: short, one line, no sentence that ends, no list, address, greeting or speaker. */
function isTitleLine({ text, isHeading = false, isApart }: OpeningBlock): boolean {
  if (text.length > mostCharacters || estimateWords(text, mostWords + 1) > mostWords) return false;
  if (!/\p{L}{2}/u.test(text) || /[\n\t]/.test(text) || address.test(text) || label.test(text)) return false;
  if (isHeading) return true;
  if (/[,;:]$/.test(text) || greeting.test(text) || isSpeech(text) || isList(text)) return false;
  // A question or a call may be a headline, where it stands apart.
  return !sentenceEnd.test(text) || (isApart && /[!?]["”»)]?$/.test(text));
}

/** "Ships, Norland, Bay of Teal": topics, or the names of columns. */
function isList(text: string): boolean {
  const parts = text.split(/[,|•·/]/);
  return parts.length >= 3 && parts.every((part) => estimateWords(part) <= 4);
}

/**
 * Which block a person would take for the headline of a short text (index), or null: of the lines over the first paragraph
 * the first heading, else the one of most words; it must stand apart from that paragraph or be shorter than it.
 */
export function openingTitle(blocks: readonly OpeningBlock[]): number | null {
  const lines: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.isOther || label.test(block.text)) continue;
    if (isTitleLine(block)) {
      if (lines.push(index) > mostLines) return null;
      continue;
    }
    return bestOf(lines, blocks, block.text);
  }
  return null;
}

function bestOf(lines: readonly number[], blocks: readonly OpeningBlock[], paragraph: string): number | null {
  const heading = lines.find((index) => blocks[index]!.isHeading);
  if (heading !== undefined) return heading;
  const words = (index: number) => estimateWords(blocks[index]!.text);
  const fitting = lines.filter((index) => {
    const { text, isApart } = blocks[index]!;
    return isApart || text.length < paragraph.length;
  });
  return fitting.length === 0 ? null : fitting.reduce((best, at) => (words(at) > words(best) ? at : best));
}
