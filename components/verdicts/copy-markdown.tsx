"use client";

import { useState } from "react";

/** Puts the write-up on the clipboard as Markdown, and says whether that went. */
export function CopyMarkdown({ markdown }: { markdown: string }) {
  const [answer, setAnswer] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(markdown);
      setAnswer("Copied");
    } catch {
      setAnswer("This browser does not let us copy. Choose “Write as Markdown” and copy it there.");
    }
  };
  return (
    <>
      <span role="status" className="text-sm text-ink-3">
        {answer}
      </span>
      <button type="button" onClick={() => void copy()} className="button button-small button-quiet">
        Copy as Markdown
      </button>
    </>
  );
}
