"use client";

import { Notice } from "@/components/ui/notice";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Not even the frame of the desk could be drawn, as when the database does not answer: what is safe, and what to do. */
export default function FrameError({ error, reset }: Props) {
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <h1 className="mb-4 font-bold tracking-tight">Countersign</h1>
      <Notice
        title="The desk cannot be shown right now"
        safe="Everything that was saved is safe."
        tone="warning"
      >
        <p>Wait a moment, then try again. What you wrote and did not send is kept in this browser.</p>
        <button type="button" className="button mt-2" onClick={reset}>
          Try again
        </button>
        {error.digest ? (
          <p className="mt-2 text-sm">If it happens again, tell whoever runs this desk: {error.digest}</p>
        ) : null}
      </Notice>
    </main>
  );
}
