/** Brings something into sight, opening what folds it, and gives it the focus; false when it is not there. */
export function focusOn(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  element.scrollIntoView({ block: "nearest" });
  element.focus({ preventScroll: true });
  return true;
}
