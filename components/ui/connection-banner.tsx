"use client";

import { useConnection } from "./connection";

/** A line across the desk while nothing can be sent: what is safe, and what will happen. */
export function ConnectionBanner() {
  const connection = useConnection();
  return (
    <div role="status">
      {connection === "good" ? null : (
        <p className="border-b border-warn bg-panel px-4 py-1.5 text-center text-sm">
          <strong className="font-semibold text-warn">
            {connection === "offline" ? "You are offline." : "The desk does not answer."}
          </strong>{" "}
          What you write is kept on this computer. A draft is sent as soon as the desk answers again.
        </p>
      )}
    </div>
  );
}
