"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { usePageAccount } from "@/components/ui/page-account";
import { notesItsPages, wasInThisTab } from "@/lib/live/former-pages.client";
import { postLive, tabId } from "@/lib/live/live-channel.client";
import type { LockKind } from "@/lib/live/writing-lock";
import { useOthers } from "./claim-now-context";
import { sinceWords } from "./since-words";

type Props = { kind: LockKind; id: string; viewerId: string };
type Held = { isMine: boolean; holder: { id: string; name: string }; takenAt: string };

/** Whoever types says so this often at most. */
const sayEveryMs = 20_000;

/**
 * Says who is writing in the form around it, or in any of those around which `data-written-in` stands, and lets a person take over. It is advice: both may write, and of two who
 * save the same the second sees both versions.
 */
export function WritingNote({ kind, id, viewerId }: Props) {
  const account = usePageAccount();
  const place = useRef<HTMLDivElement>(null);
  const [mineSince, setMineSince] = useState<string | null>(null);
  const [tookFrom, setTookFrom] = useState<string | null>(null);
  const saidAt = useRef(0);
  const lock = useOthers()?.locks.find(({ subject }) => subject === `${kind}:${id}`);
  // What is heard of others comes later than the answer to what was done here.
  const isOld = lock !== undefined && mineSince !== null && lock.takenAt <= mineSince;
  // One's own from before the page was loaded again: nobody else writes there.
  const isLeft = lock !== undefined && lock.holder.id === viewerId && wasInThisTab(lock.tabId, tabId());
  const isOther = lock !== undefined && lock.tabId !== tabId() && !isOld && !isLeft;
  const goesOn = useRef(isLeft);
  useEffect(() => void (goesOn.current = isLeft), [isLeft]);
  // Somebody else took it since: that it was taken over here is past, whatever comes after.
  if (isOther && tookFrom !== null) setTookFrom(null);

  const post = useCallback(
    async (act: "hold" | "take-over" | "release") => {
      const body = { subject: { kind, id }, tabId: tabId(), act };
      const held = await postLive<Held>("/live/lock", body, account.current);
      if (act === "release") {
        setMineSince(null);
        setTookFrom(null);
      } else if (held?.isMine) setMineSince(held.takenAt);
      return held?.isMine === true;
    },
    [kind, id, account],
  );

  useEffect(() => notesItsPages(tabId()), []);
  useEffect(() => {
    const form = place.current?.closest<HTMLElement>("form, [data-written-in]");
    if (!form) return;
    let isHeld = false;
    const onInput = () => {
      if (Date.now() - saidAt.current < sayEveryMs) return;
      saidAt.current = Date.now();
      isHeld = true;
      void post(goesOn.current ? "take-over" : "hold");
    };
    const release = () => {
      if (isHeld) void post("release");
      isHeld = false;
      saidAt.current = 0;
    };
    form.addEventListener("input", onInput);
    form.addEventListener("submit", release);
    window.addEventListener("pagehide", release);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", release);
      window.removeEventListener("pagehide", release);
      release();
    };
  }, [post]);

  const takeOver = async (from: string) => {
    if (await post("take-over")) setTookFrom(from);
  };

  return (
    <div ref={place} role="status">
      {isOther ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-warn px-3 py-1.5 text-sm">
          <span>
            {lock.holder.id === viewerId
              ? "You are writing here in another tab"
              : `${lock.holder.name} is writing`}{" "}
            ({sinceWords(lock.takenAt, new Date())}){mineSince ? " and took over." : "."}{" "}
            {lock.holder.id === viewerId
              ? "If you take over, what you saved there stays, and that tab says so."
              : "If you take over, what they saved stays, and they are told."}
          </span>
          <Button
            small
            onClick={() => void takeOver(lock.holder.id === viewerId ? "your other tab" : lock.holder.name)}
          >
            Take over
          </Button>
        </p>
      ) : tookFrom && mineSince ? (
        <p className="text-sm text-ink-2">You took over from {tookFrom}.</p>
      ) : null}
    </div>
  );
}
