import { foldHeader, headerFit } from "./header-words";

/** What a column of a newsroom's sheet can hold; but for those `inSeveral`, each is used by one column at most. */
export const columnFields = [
  "sheetSaid",
  "text",
  "verbatim",
  "claimant",
  "saidAt",
  "place",
  "url",
  "source",
  "quote",
  "stance",
  "note",
  "why",
  "topics",
  "importance",
  "deadlineAt",
  "reach",
] as const;
export type ColumnField = (typeof columnFields)[number];

/** A sheet may have a status, a rating and a name of who checked: all of it is what the sheet said. */
export const inSeveral: ReadonlySet<ColumnField> = new Set(["sheetSaid"]);

/** For each column of a sheet, from the left, what it holds; null is left out. */
export type Mapping = readonly (ColumnField | null)[];

/**
 * What each column holds, as its header says: whole names first, each field once but for what the sheet said. What nobody
 * can tell is null. "Claim status" is no column of claims; "Checked claim" is one where the sheet has no other.
 */
export function guessColumns(header: readonly string[]): (ColumnField | null)[] {
  const folded = header.map(foldHeader);
  const guessed: (ColumnField | null)[] = header.map(() => null);
  const take = (field: ColumnField, test: (name: string) => boolean) =>
    folded.forEach((name, index) => {
      const isFree = guessed[index] === null && (inSeveral.has(field) || !guessed.includes(field));
      if (isFree && test(name)) guessed[index] = field;
    });
  for (const field of columnFields) take(field, (name) => headerFit(name, field) === 2);
  if (!guessed.includes("verbatim")) {
    take("text", (name) => headerFit(name, "text") > 0 && headerFit(name, "sheetSaid") === 0);
    take("text", (name) => headerFit(name, "text") > 0 && headerFit(lastWord(name), "sheetSaid") === 0);
  }
  for (const field of columnFields) take(field, (name) => headerFit(name, field) > 0);
  return guessed;
}

const lastWord = (name: string): string => name.split(" ").at(-1)!;

/** How a sheet's columns are read; `header` is its first row, whether or not that names them. */
export type MappedColumns = { header: readonly string[]; hasHeader: boolean; mapping: Mapping };

/**
 * What was said about one sheet's columns carried to another's: by the names of the columns, or by their place where
 * neither sheet names them. Columns that only the other has stay as they are. Nothing is carried that would leave it
 * without a claim.
 */
export function carryColumns(
  from: MappedColumns,
  to: MappedColumns,
): Pick<MappedColumns, "hasHeader" | "mapping"> {
  const [names, wanted] = [from.header.map(foldHeader), to.header.map(foldHeader)];
  const isAsWide = names.length === wanted.length;
  const isSameHeader = isAsWide && wanted.every((name, index) => name === names[index]);
  if (isSameHeader || (isAsWide && !from.hasHeader && !to.hasHeader))
    return { hasHeader: isSameHeader ? from.hasHeader : false, mapping: from.mapping };
  if (!from.hasHeader || !to.hasHeader) return to;
  const carried = wanted.map((name, index) => {
    const at = name === "" || wanted.indexOf(name) < index ? -1 : names.indexOf(name);
    return at < 0 ? undefined : (from.mapping[at] ?? null);
  });
  const mapping = carried.map((field, index) => {
    const own = to.mapping[index] ?? null;
    if (field !== undefined) return field;
    return own !== null && !inSeveral.has(own) && carried.includes(own) ? null : own;
  });
  return mapping.includes("text") || mapping.includes("verbatim") ? { hasHeader: true, mapping } : to;
}
