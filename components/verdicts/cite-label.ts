/** Evidence that a write-up can cite, by the number that people read. */
export type Citable = { id: string; number: number; words: string };

/** What stands for a citation in the text: its number, or that the sentence is background. */
export function citeLabel(id: string, citable: readonly Citable[]): string {
  if (id === "background") return "background";
  const found = citable.find((item) => item.id === id);
  return found ? String(found.number) : "removed";
}
