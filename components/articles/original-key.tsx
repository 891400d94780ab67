"use client";

import { useSingleKey } from "@/components/ui/use-single-key";

const links = "[data-capture-original]";

/** The key o follows the source in hand upstream, else the first on the page that nobody has read. */
export function OriginalKey() {
  useSingleKey("o", follow);
  return null;
}

function follow(): boolean {
  const inHand = document.activeElement?.closest("li")?.querySelector<HTMLElement>(links);
  const link = inHand ?? document.querySelector<HTMLElement>(links);
  link?.click();
  return Boolean(link);
}
