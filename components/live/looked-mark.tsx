"use client";

import { useEffect, useRef } from "react";
import { postLive } from "@/lib/live/live-channel.client";

type Props = { claimId: string; reach: { entryId: string | null; snapshot: string } };

/**
 * Notes how far a person looked when they leave the claim, not when it opens: pages are also loaded ahead, and what is new
 * stays marked as long as they are reading it.
 */
export function LookedMark({ claimId, reach }: Props) {
  const latest = useRef(reach);
  useEffect(() => {
    latest.current = reach;
  }, [reach]);
  useEffect(() => {
    const look = () => void postLive("/live/looked", { claimId, ...latest.current });
    const onSight = () => {
      if (document.visibilityState === "hidden") look();
    };
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("pagehide", look);
    return () => {
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("pagehide", look);
      look();
    };
  }, [claimId]);
  return null;
}
