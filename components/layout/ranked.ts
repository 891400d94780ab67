import { defaultFilter } from "cmdk";

/** Letters are compared one by one, over and over: whoever looks for an item has the beginning of it in mind. */
const mostLetters = 200;
/** What was found by more than its letters: after items in which the words begin a word, before those that have them scattered. */
const foundRank = 0.5;

type Item = { label: string; key?: string };

/**
 * Of `items` those whose label has the letters of `words`, in their order, and those whose key is `found`; the best first,
 * and of equal ones the first. All as they are, without words.
 */
export function ranked<T extends Item>(
  items: readonly T[],
  words: string,
  found: ReadonlySet<string> = new Set(),
): T[] {
  if (words === "") return [...items];
  const rank = ({ label, key }: Item) =>
    Math.max(
      words.length > mostLetters ? 0 : defaultFilter(label.slice(0, mostLetters), words),
      key !== undefined && found.has(key) ? foundRank : 0,
    );
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((one) => one.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ item }) => item);
}
