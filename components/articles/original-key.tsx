"use client";

import { useEffect, useState, type RefObject } from "react";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { useShortcut } from "@/components/keys/use-shortcut";

const links = "[data-capture-original]";

/** The key o follows the source in hand upstream, else the first on the page that nobody has read. */
export function OriginalKey() {
  useShortcut("claim.original", follow);
  return null;
}

function follow(): boolean {
  const link = linkOfKey();
  link?.click();
  return Boolean(link);
}

function linkOfKey(): HTMLElement | null {
  const inHand = document.activeElement?.closest("li")?.querySelector<HTMLElement>(links);
  return inHand ?? document.querySelector<HTMLElement>(links);
}

/** The key, on the one of all such links that it follows now. */
export function OriginalHint({ link }: { link: RefObject<HTMLElement | null> }) {
  const [isMeant, setMeant] = useState(false);
  // Each time it is drawn: what stood before it may be gone from the list.
  useEffect(() => setMeant(linkOfKey() === link.current));
  useEffect(() => {
    let timer = 0;
    // Between two things that take the focus nothing has it.
    const look = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setMeant(linkOfKey() === link.current));
    };
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, [link]);
  return isMeant ? (
    <>
      {" "}
      <ShortcutHint id="claim.original" />
    </>
  ) : null;
}
