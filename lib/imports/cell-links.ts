import { linkFormula } from "../paste/linked-cell";
import { attributesOf, decodeReferences } from "../paste/read-html";

type Parts = Record<string, string>;

/** Where the cells of a sheet lead, by `placeOf`. */
export type Links = ReadonlyMap<string, string>;

/**
 * Where the cells of a workbook (its XML by the names of the parts) lead, by the names of its sheets: by a link that was put on
 * a cell (on several, it is the first one's), or by the address written in a HYPERLINK formula. Nothing is computed.
 */
export function cellLinks(parts: Parts): Map<string, Links> {
  const workbook = "xl/workbook.xml";
  const related = relationsOf(parts, workbook);
  // A file may name one part as a thousand sheets.
  const read = new Map<string, Links>();
  return new Map(
    tags(parts[workbook] ?? "", "sheet").map((sheet) => {
      const part = partAt(workbook, related.get(relationIn(sheet)) ?? "");
      const links = read.get(part) ?? linksIn(parts, part);
      read.set(part, links);
      return [sheet.name ?? "", links];
    }),
  );
}

function linksIn(parts: Parts, part: string): Links {
  const xml = parts[part] ?? "";
  const links = new Map<string, string>();
  for (const [, cell = "", formula = ""] of xml.matchAll(formulas)) {
    const link = linkFormula(decodeReferences(formula));
    if (link) links.set(placeIn(attributesOf(cell).r ?? ""), link.href);
  }
  const related = relationsOf(parts, part);
  for (const link of tags(xml, "hyperlink")) {
    const target = related.get(relationIn(link));
    // What stands after the # of an address is kept beside it.
    if (target) links.set(placeIn(link.ref ?? ""), target + (link.location ? `#${link.location}` : ""));
  }
  return links;
}

// A file may be made to be slow: no pattern here passes the beginning of another tag.
const formulas = /<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f(?:\s[^<>]*)?>([^<]*)</g;

/** The attributes of the elements of that name, in their order. */
function tags(xml: string, name: string): Record<string, string | undefined>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, "g"))].map(([, written = ""]) =>
    attributesOf(written),
  );
}

/** What a part's relations lead to, by their names. */
function relationsOf(parts: Parts, part: string): Map<string, string> {
  const xml = parts[part.replace(/([^/]*)$/, "_rels/$1.rels")] ?? "";
  return new Map(tags(xml, "Relationship").map(({ id, target }) => [id ?? "", target ?? ""]));
}

/** The relation that an element names, under whatever prefix. */
const relationIn = (attributes: Record<string, string | undefined>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";

/** The part that one part calls so: from where it stands, or from the file's root. */
function partAt(from: string, target: string): string {
  const at = `https://workbook/${from}`;
  return URL.canParse(target, at) ? new URL(target, at).pathname.slice(1) : "";
}

/** A cell's row and column, from 1, as they are looked up. */
export const placeOf = (row: number, column: number): string => `${row} ${column}`;

/** The place of the first cell that an address ("B2", "B2:C4") names; of no address none that is looked up. */
function placeIn(address: string): string {
  const [, letters = "", row = ""] = /^([A-Za-z]{1,3})(\d{1,7})(?=:|$)/.exec(address) ?? [];
  return placeOf(Number(row), columnNumber(letters));
}

/** The number of a column, from 1. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
