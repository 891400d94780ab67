"use client";

import { useEffect, useState } from "react";
import { useConnection } from "./connection";

/** A line across the desk while nothing can be sent: what is safe, and what will happen. */
export function ConnectionBanner() {
  const connection = useConnection();
  const isOffline = connection === "offline";
  const isHeld = useHeldQuestions(isOffline);
  return (
    <div role="status">
      {connection === "good" ? null : (
        <p className="border-b border-warn bg-panel px-4 py-1.5 text-center text-sm">
          <strong className="font-semibold text-warn">
            {isOffline ? "You are offline." : "The desk does not answer."}
          </strong>{" "}
          What you write is kept on this computer. A draft is sent as soon as the desk answers again.
          {isHeld ? " That page cannot be opened now; what you chose is still here." : null}
        </p>
      )}
    </div>
  );
}

/**
 * Holds back forms whose answer is another page, such as a search, while the browser has no network: its own page would take
 * the place of this one. Answers whether one was held back since the network went.
 */
function useHeldQuestions(isOffline: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isOffline) return;
    const hold = (event: SubmitEvent) => {
      if (!isQuestion(event.target as HTMLFormElement)) return;
      event.preventDefault();
      setHeld(true);
    };
    document.addEventListener("submit", hold, { capture: true });
    return () => {
      document.removeEventListener("submit", hold, { capture: true });
      setHeld(false);
    };
  }, [isOffline]);
  return isHeld;
}

/** Whether the browser itself would ask for a page: not for what scripts answer, which have no address or one of no page. */
function isQuestion(form: HTMLFormElement): boolean {
  const [action, method] = [form.getAttribute("action"), form.getAttribute("method")];
  if (method !== null && method.toLowerCase() !== "get") return false;
  return action === null ? method !== null : !action.startsWith("javascript:");
}
