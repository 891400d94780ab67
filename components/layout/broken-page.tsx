"use client";

import { Notice } from "@/components/ui/notice";

/** What an error boundary of Next is given. */
export type Broken = { error: Error & { digest?: string }; reset: () => void };

/** A bug on a page: what is safe, what to do, and the id under which it was logged. */
export function BrokenPage({ error, reset }: Broken) {
  return (
    <div className="mx-auto max-w-3xl px-4 py-6">
      <Notice
        title="This page broke"
        safe="Everything that was saved is safe, and readers' pages are not affected."
        tone="warning"
      >
        <button type="button" className="button mt-2" onClick={reset}>
          Try again
        </button>
        {error.digest ? (
          <p className="mt-2 text-sm">If it happens again, tell whoever runs this desk: {error.digest}</p>
        ) : null}
      </Notice>
    </div>
  );
}
