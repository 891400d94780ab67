"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again every few seconds while something is under way; without scripts the page reloads itself. */
export function RefreshWhile({ seconds = 3 }: { seconds?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds + 2)} />
    </noscript>
  );
}
