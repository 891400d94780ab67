import { useEffect, type RefObject } from "react";

/** How much of a field, in px, is kept above the bar: a line and its border. */
const line = 40;

/**
 * When the bar at the foot grows over the field that somebody writes in, the page moves by as much as brings the field's
 * first line back in sight (WCAG 2.2, 2.4.11). `said` is what the bar says beside its button.
 */
export function useFocusInSight(bar: RefObject<HTMLElement | null>, said: string | undefined): void {
  useEffect(() => {
    const field = document.activeElement;
    if (said === undefined || !bar.current || !field || !bar.current.closest("form")?.contains(field)) return;
    if (bar.current.contains(field)) return;
    const covered = field.getBoundingClientRect().top + line - bar.current.getBoundingClientRect().top;
    if (covered > 0 && covered < window.innerHeight) window.scrollBy(0, covered);
  }, [bar, said]);
}
