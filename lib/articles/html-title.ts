import { bylineOf } from "./byline";
import { openingTitle } from "./opening-title";
import type { PageElement } from "./page-dom";
import { isBoilerplate } from "./prose";
import { findDate } from "./published-time";
import { closestElement } from "./select-elements";

/** A run of text of a page; `element` holds it. */
type PageBlock = { text: string; linkChars: number; element: PageElement | null };

/** How far down a headline is looked for: what stands over it is a menu. */
const mostBlocks = 60;

const isIn = (element: PageElement | null, selectors: string): boolean =>
  element !== null && closestElement(element, selectors) !== null;

/** The headline of a piece of a page, which came without the page's head and says no other; null when none reads as one. */
export function titleOfPiece(blocks: readonly PageBlock[]): string | null {
  const opening = blocks.slice(0, mostBlocks).map(({ text, linkChars, element }) => ({
    text,
    isHeading: isIn(element, "h1,h2,h3"),
    isApart: true,
    isOther:
      linkChars * 2 > text.length ||
      isBoilerplate(text) ||
      bylineOf(text) !== null ||
      findDate(text)?.start === 0 ||
      isIn(element, "nav,header,footer,aside,ul,ol,table"),
  }));
  const at = openingTitle(opening);
  return at === null ? null : blocks[at]!.text;
}
