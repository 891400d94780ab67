/**
 * Citations of a write-up are kept by evidence id (`[^id]`), because numbers move when evidence comes or goes; people
 * write and read the number of the list beside them (`[^1]`). `ids` is that list, in the order it was shown.
 */
export function citedById(writeUp: string, ids: readonly string[]): string {
  return writeUp.replace(/\[\^(\d+)\]/g, (whole, number: string) => {
    const id = ids[Number(number) - 1];
    return id === undefined ? whole : `[^${id}]`;
  });
}

/** The same the other way round; an id that is not in the list stays as it is. */
export function citedByNumber(writeUp: string, ids: readonly string[]): string {
  return writeUp.replace(/\[\^([\w-]+)\]/g, (whole, id: string) => {
    const index = ids.indexOf(id);
    return index < 0 ? whole : `[^${index + 1}]`;
  });
}

/** The same for whoever only reads it: " [evidence 2]", " [background]", or that the evidence is no longer there. */
export function citedInWords(writeUp: string, ids: readonly string[]): string {
  return writeUp.replace(/ ?\[\^([^\]\s]+)\]/g, (_, id: string) => {
    if (id === "background") return " [background]";
    const index = ids.indexOf(id);
    return index < 0 ? " [evidence that was removed]" : ` [evidence ${index + 1}]`;
  });
}
