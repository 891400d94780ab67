import { useEffect, useState } from "react";

const signs = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "focusin"] as const;

/** Whether somebody has done anything on the page since it was there: what only they use need not come with it. */
export function useFirstSign(): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen) return;
    const see = () => setSeen(true);
    for (const sign of signs) window.addEventListener(sign, see, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, see, { capture: true });
    };
  }, [isSeen]);
  return isSeen;
}
