import { cleanAddress } from "./clean-address";

/** A cell: the words that it shows, and where they lead if they are a link into the web. */
export type Cell = string | { text: string; link: string };

/** As long as an address of an article may be. */
const mostAddress = 2048;

/**
 * A cell that shows these words and links there. What leads nowhere in the web is no link, nor what has no words: nobody sees
 * it. Words that are the address themselves stay alone.
 */
export function linkedCell(text: string, href: string | undefined): Cell {
  if (!href || text === "" || text === href || href.length > mostAddress * 3) return text;
  const link = cleanAddress(href);
  return link !== null && link.length <= mostAddress && link !== text ? { text, link } : text;
}

/** What a cell shows. */
export const shownIn = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);

/** Where a cell leads. */
export const linkIn = (cell: Cell): string | null => (typeof cell === "string" ? null : cell.link);

/** A formula that makes a link: its address, then the words shown. */
const formula = /^=?\s*HYPERLINK\(\s*"([^"]{1,8000})"\s*(?:[,;]\s*"([^"]*(?:""[^"]*)*)"\s*)?\)\s*$/i;

/** The address and the words of a formula that makes a link of what is written in it; null of any other. */
export function linkFormula(written: string): { href: string; text: string } | null {
  const [, href, text] = formula.exec(written) ?? [];
  return href === undefined ? null : { href, text: text?.replaceAll('""', '"') ?? href };
}
