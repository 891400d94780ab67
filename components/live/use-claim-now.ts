"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { usePageAccount } from "@/components/ui/page-account";
import { onLiveEvent, postLive, readLive, tabId } from "@/lib/live/live-channel.client";

/** What is told of the others at a claim; see `lib/live/presence.server.ts`. */
export type ClaimNow = {
  people: { id: string; name: string }[];
  locks: { subject: string; holder: { id: string; name: string }; tabId: string; takenAt: string }[];
  last: { entryId: string; by: string | null; at: string } | null;
};

/** How far a page tells the news of its claim; see `lib/notifications/schema.ts`. */
export type NewsTo = { upTo: string; snapshot: string };

/** How often an open page says that it is still open; the server forgets it after two and a half times that. */
const sayEveryMs = 30_000;
/** Several things that happen together are asked about once. */
const gatherMs = 150;

/**
 * Who is at this claim and what they did, as it happens; this tab is there as long as it is in sight. `newsTo` is how far the
 * person had been told of the claim when the page was made, which is thereby read; null where nothing is new to them.
 */
export function useClaimNow(claimId: string, newsTo: NewsTo | null): ClaimNow | null {
  const account = usePageAccount();
  const [now, setNow] = useState<ClaimNow | null>(null);
  const reached = useRef(newsTo);
  const { upTo, snapshot } = newsTo ?? {};

  const say = useCallback(async () => {
    const body = { claimId, tabId: tabId(), isLeaving: false, newsTo: reached.current };
    const told = await postLive<ClaimNow>("/live/here", body, account.current);
    if (told) setNow(told);
  }, [claimId, account]);

  // When the page opens, and when it was made anew and shows what came since.
  useEffect(() => {
    reached.current = upTo === undefined || snapshot === undefined ? null : { upTo, snapshot };
    if (document.visibilityState === "visible") void say();
  }, [upTo, snapshot, say]);

  useEffect(() => {
    let gathered = 0;
    const look = () => {
      gathered ||= window.setTimeout(async () => {
        gathered = 0;
        const told = await readLive<ClaimNow>(`/live/claims/${encodeURIComponent(claimId)}`);
        if (told) setNow(told);
      }, gatherMs);
    };
    const stop = onLiveEvent((event) => {
      if (event.kind === "missed") look();
      else if (event.kind !== "news" && event.claimId === claimId) look();
    });
    return () => {
      window.clearTimeout(gathered);
      stop();
    };
  }, [claimId]);

  useEffect(() => {
    const leave = () => {
      const body = { claimId, tabId: tabId(), isLeaving: true, newsTo: null };
      void postLive("/live/here", body, account.current);
    };
    const onSight = () => void (document.visibilityState === "visible" ? say() : leave());
    const timer = window.setInterval(() => {
      if (document.visibilityState === "visible") void say();
    }, sayEveryMs);
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("pagehide", leave);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [claimId, account, say]);
  return now;
}
