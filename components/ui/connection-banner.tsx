"use client";

import { useEffect, useState } from "react";
import { onLiveBroken } from "@/lib/live/live-channel.client";
import { askDesk, onPageHeld, openPage, useConnection } from "./connection";
import { holdRouter } from "./hold-router";
import { useKeptHere, type KeptHere } from "./kept-here";
import { isQuestion, leadsToAPage } from "./leads-to-a-page";

/** What is true of what is written on the page; `back` says when it can be sent. */
const kept = {
  saves: (back: string) => `Your draft is kept on this device and saves itself once ${back}.`,
  keeps: (back: string) => `What you write is kept on this device. Send it once ${back}.`,
  some: (back: string) =>
    `Keep this page open: not all that you write here is kept on this device. Send it once ${back}.`,
  loses: (back: string) => `Keep this page open: what you write is only here. Send it once ${back}.`,
} satisfies Record<KeptHere, (back: string) => string>;

/** A line across the desk while nothing can be sent: what is safe, and what will happen. */
export function ConnectionBanner() {
  const connection = useConnection();
  const isOffline = connection === "offline";
  const isHeld = useHeldPages(connection !== "good");
  useAsking(connection === "unanswered");
  useEffect(holdRouter, []);
  // The stream breaks off as the desk goes away: usually it is known before anybody asks for a page.
  useEffect(() => onLiveBroken(() => void askDesk()), []);
  return (
    <div role="status" className="connection z-10 shrink-0">
      {connection === "good" ? null : (
        <p className="border-b border-warn bg-panel px-4 py-1.5 text-center text-sm text-balance">
          <strong className="font-semibold text-warn">
            {isOffline ? "You are offline." : "The desk does not answer."}
          </strong>{" "}
          {isHeld ? (
            "That page cannot be opened now. This one stays open, as you left it."
          ) : (
            <WhatIsKept back={isOffline ? "you are back" : "it answers"} />
          )}
        </p>
      )}
    </div>
  );
}

function WhatIsKept({ back }: { back: string }) {
  return kept[useKeptHere() ?? "loses"](back);
}

const againMs = 5_000;

/** Asks the desk again and again: nobody has to send something to learn that it is back. */
function useAsking(isUnanswered: boolean): void {
  useEffect(() => {
    if (!isUnanswered) return;
    void askDesk();
    const timer = window.setInterval(() => void askDesk(), againMs);
    return () => window.clearInterval(timer);
  }, [isUnanswered]);
}

/**
 * Holds back links, and forms whose answer is another page, such as a search, until the desk was asked whether it answers:
 * the browser's own page would take the place of this one. Answers whether something was held back since then.
 */
function useHeldPages(isFeared: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  // Always: that a page did not come may be the first that is heard of it.
  useEffect(() => onPageHeld(() => setHeld(true)), []);
  useEffect(() => {
    if (!isFeared) return;
    let isPassing = false;
    const hold = (event: Event, again: () => void) => {
      if (isPassing) return;
      event.preventDefault();
      // Nobody else takes it for a page that is on its way.
      event.stopPropagation();
      openPage(() => {
        isPassing = true;
        again();
        isPassing = false;
      });
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (isQuestion(form)) hold(event, () => form.requestSubmit(event.submitter));
    };
    const onClick = (event: MouseEvent) => {
      const link = leadsToAPage(event, location.href);
      if (link) hold(event, () => link.click());
    };
    document.addEventListener("submit", onSubmit, { capture: true });
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      document.removeEventListener("submit", onSubmit, { capture: true });
      document.removeEventListener("click", onClick, { capture: true });
      setHeld(false);
    };
  }, [isFeared]);
  return isHeld;
}
