"use client";

import { useEffect, useState } from "react";
import { mayOpenPage, onPageHeld, useConnection } from "./connection";
import { isQuestion, leadsToAPage } from "./leads-to-a-page";

/** A line across the desk while nothing can be sent: what is safe, and what will happen. */
export function ConnectionBanner() {
  const connection = useConnection();
  const isOffline = connection === "offline";
  const isHeld = useHeldPages(isOffline);
  return (
    <div role="status">
      {connection === "good" ? null : (
        <p className="border-b border-warn bg-panel px-4 py-1.5 text-center text-sm">
          <strong className="font-semibold text-warn">
            {isOffline ? "You are offline." : "The desk does not answer."}
          </strong>{" "}
          What you write is kept on this computer. A draft is sent as soon as the desk answers again.
          {isHeld
            ? " That page cannot be opened now. This one stays open, with what you wrote and chose."
            : null}
        </p>
      )}
    </div>
  );
}

/**
 * Holds back links, and forms whose answer is another page, such as a search, while the browser has no network: its own page
 * would take the place of this one. Answers whether something was held back since the network went.
 */
function useHeldPages(isOffline: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isOffline) return;
    const stopListening = onPageHeld(() => setHeld(true));
    const onSubmit = (event: SubmitEvent) => {
      if (isQuestion(event.target as HTMLFormElement) && !mayOpenPage()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      if (!leadsToAPage(event, location.href) || mayOpenPage()) return;
      event.preventDefault();
      // Nobody else takes it for a page that is on its way.
      event.stopPropagation();
    };
    document.addEventListener("submit", onSubmit, { capture: true });
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      stopListening();
      document.removeEventListener("submit", onSubmit, { capture: true });
      document.removeEventListener("click", onClick, { capture: true });
      setHeld(false);
    };
  }, [isOffline]);
  return isHeld;
}
