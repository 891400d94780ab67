import { bylineOf } from "./byline";
import { mostBlocks, openingTitle } from "./opening-title";
import type { Block } from "./page-blocks";
import { isBoilerplate } from "./prose";
import { findDate } from "./published-time";
import { closestElement } from "./select-elements";

type Piece = Pick<Block, "text" | "linkChars" | "element">;

/**
 * The headline of a piece of a page, which came without the page's head and says no other; null when none reads as one. A
 * heading in a header may be the site's name: it is the headline where no other heading stands over the text.
 */
export function titleOfPiece(blocks: readonly Piece[]): string | null {
  const opening = blocks.slice(0, mostBlocks).map(openingBlock);
  const at = openingTitle(opening);
  if (at !== null && opening[at]!.isHeading) return opening[at]!.text;
  const inHeader = openingTitle(
    opening.map((block) => ({ ...block, isOther: block.isOther && !block.isInHeader })),
  );
  if (inHeader !== null && opening[inHeader]!.isHeading) return opening[inHeader]!.text;
  return at === null ? null : opening[at]!.text;
}

function openingBlock({ text, linkChars, element }: Piece) {
  const isHeading = closestElement(element, "h1,h2,h3") !== null;
  const isOther =
    linkChars * 2 > text.length ||
    isBoilerplate(text) ||
    bylineOf(text) !== null ||
    findDate(text)?.start === 0 ||
    closestElement(element, "nav,footer,aside,ul,ol,table") !== null;
  const isInHeader = closestElement(element, "header") !== null;
  return {
    text,
    isHeading,
    isApart: true,
    isOther: isOther || isInHeader,
    /** A heading that only its place in a header makes doubtful. */
    isInHeader: isInHeader && isHeading && !isOther,
  };
}
