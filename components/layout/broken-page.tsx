"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { places } from "./places";

/** What an error boundary of Next is given. */
export type Broken = { error: Error & { digest?: string } };

const againMs = 10_000;

/** Of the server, not of the router: only a whole page is asked for anew wherever it broke. */
const comeAgain = () => window.location.reload();

/** Whether the desk says that it has no database; once it has one again, the page comes by itself. */
function useHasNoDatabase(): boolean {
  const [hasNone, setNone] = useState(false);
  useEffect(() => {
    let timer = 0;
    let isLeft = false;
    let hadNone = false;
    const ask = async () => {
      const answer = await fetch("/api/ready", { cache: "no-store" }).catch(() => null);
      if (isLeft) return;
      if (hadNone && answer?.ok) return comeAgain();
      if (answer?.ok) return;
      hadNone ||= answer?.status === 503;
      setNone(hadNone);
      timer = window.setTimeout(ask, againMs);
    };
    void ask();
    return () => {
      isLeft = true;
      window.clearTimeout(timer);
    };
  }, []);
  return hasNone;
}

/** A page that cannot be shown: what happened as far as it can be known here, what is safe, and what to do. */
export function BrokenPage({ error }: Broken) {
  const hasNoDatabase = useHasNoDatabase();
  return (
    <div className="mx-auto max-w-3xl px-4 py-6">
      <Notice
        title={hasNoDatabase ? "The desk cannot reach its database" : "This page broke"}
        safe={
          hasNoDatabase
            ? "Everything that was saved is safe. Readers’ pages come from there too, and may be away."
            : "Everything that was saved is safe, and readers’ pages are not affected."
        }
        tone="warning"
        live
      >
        {hasNoDatabase ? (
          <p>This page looks again every ten seconds, and is shown as soon as the desk can.</p>
        ) : null}
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="button" className="button" onClick={comeAgain}>
            Try again
          </button>
          {hasNoDatabase ? null : <a href={places.queue}>Go to the queue</a>}
        </p>
        {error.digest ? (
          <p className="mt-2 text-sm">
            If it happens again, tell whoever runs this desk:{" "}
            <span className="font-mono">{error.digest}</span>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
