"use client";

import { useShortcut } from "@/components/keys/use-shortcut";

const links = "[data-capture-original]";

/** The key o follows the source in hand upstream, else the first on the page that nobody has read. */
export function OriginalKey() {
  useShortcut("claim.original", follow);
  return null;
}

function follow(): boolean {
  const inHand = document.activeElement?.closest("li")?.querySelector<HTMLElement>(links);
  const link = inHand ?? document.querySelector<HTMLElement>(links);
  link?.click();
  return Boolean(link);
}
