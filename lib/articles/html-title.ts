import { bylineOf } from "./byline";
import { mostBlocks, openingTitle } from "./opening-title";
import type { Block } from "./page-blocks";
import { isBoilerplate } from "./prose";
import { findDate } from "./published-time";
import { closestElement } from "./select-elements";

/** The headline of a piece of a page, which came without the page's head and says no other; null when none reads as one. */
export function titleOfPiece(
  blocks: readonly Pick<Block, "text" | "linkChars" | "element">[],
): string | null {
  const opening = blocks.slice(0, mostBlocks).map(({ text, linkChars, element }) => ({
    text,
    isHeading: closestElement(element, "h1,h2,h3") !== null,
    isApart: true,
    isOther:
      linkChars * 2 > text.length ||
      isBoilerplate(text) ||
      bylineOf(text) !== null ||
      findDate(text)?.start === 0 ||
      closestElement(element, "nav,header,footer,aside,ul,ol,table") !== null,
  }));
  const at = openingTitle(opening);
  return at === null ? null : blocks[at]!.text;
}
