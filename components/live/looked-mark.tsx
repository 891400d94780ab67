"use client";

import { useEffect, useRef } from "react";
import { usePageAccount } from "@/components/ui/page-account";
import { postLive } from "@/lib/live/live-channel.client";

type Reach = { entryId: string | null; snapshot: string };
type Props = { claimId: string; reach: Reach };

/**
 * Whoever is away from a claim for so long has left it: phones close what is out of sight without a word. In less than
 * that one reads a source in another tab.
 */
export const goneAfterMs = 30 * 60_000;

/**
 * Notes how far a person looked when they leave the claim, not when it opens: pages are also loaded ahead, and what is new
 * stays marked as long as they are reading it, or a source beside it in another tab. Only what was in sight counts: a tab
 * that was opened in the background and closed unseen marks nothing.
 */
export function LookedMark({ claimId, reach }: Props) {
  const account = usePageAccount();
  const latest = useRef(reach);
  const seen = useRef<Reach | null>(null);
  useEffect(() => {
    latest.current = reach;
    if (document.visibilityState === "visible") seen.current = reach;
  }, [reach]);
  useEffect(() => {
    let timer = 0;
    const leave = () => {
      if (seen.current) void postLive("/live/looked", { claimId, ...seen.current }, account.current);
    };
    const onSight = () => {
      window.clearTimeout(timer);
      if (document.visibilityState === "visible") seen.current = latest.current;
      else timer = window.setTimeout(leave, goneAfterMs);
    };
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("pagehide", leave);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [claimId, account]);
  return null;
}
