/** Gives the row of this claim the focus and brings it into sight; false when it is not drawn. */
export function focusRow(table: HTMLElement | null, id: string | undefined): boolean {
  const link = id && table?.querySelector<HTMLElement>(`a[data-row="${CSS.escape(id)}"]`);
  if (!link) return false;
  link.focus({ preventScroll: true });
  link.closest("tr")?.scrollIntoView({ block: "nearest" });
  return true;
}
