type Click = Pick<MouseEvent, "target" | "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

/**
 * The link by which a click would put another page in the place of this one (`here`, its address); null when it leads to
 * another tab, a download, another program or a place on this page.
 */
export function leadsToAPage(click: Click, here: string): HTMLAnchorElement | null {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey } = click;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null;
  const link = target.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.hasAttribute("download") || !isInThisTab(link.getAttribute("target"))) return null;
  const to = new URL(link.getAttribute("href")!, here);
  const from = new URL(here);
  const isHere =
    to.hash !== "" && to.origin + to.pathname + to.search === from.origin + from.pathname + from.search;
  return /^https?:$/.test(to.protocol) && !isHere ? link : null;
}

const isInThisTab = (frame: string | null): boolean =>
  frame === null || /^(?:_self|_top|_parent)?$/.test(frame);

/** Whether the browser itself would ask for a page: not for what scripts answer, which have no address or one of no page. */
export function isQuestion(form: HTMLFormElement): boolean {
  const [action, method] = [form.getAttribute("action"), form.getAttribute("method")];
  if (method !== null && method.toLowerCase() !== "get") return false;
  return action === null ? method !== null : !action.startsWith("javascript:");
}
