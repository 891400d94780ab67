/** So many articles stay open beside a claim, beyond those of its evidence; the one opened first makes room. */
export const mostBeside = 8;

/** The ids of the articles that an address keeps open beside a claim, in the order in which they were opened. */
export function readBeside(asked: string | undefined): string[] {
  return [...new Set((asked ?? "").split(".").filter(Boolean))].slice(-mostBeside);
}

/** The same as a part of an address; "" for none. */
export function besideQuery(ids: readonly string[]): string {
  return ids.length === 0 ? "" : `&beside=${ids.slice(-mostBeside).map(encodeURIComponent).join(".")}`;
}

/** What the addresses of a claim carry on: the list that it was opened from, and what is open beside it; "" for neither. */
export function carryQuery(list: string | undefined, beside: readonly string[]): string {
  return `${list ? `&in=${encodeURIComponent(list)}` : ""}${besideQuery(beside)}`;
}
