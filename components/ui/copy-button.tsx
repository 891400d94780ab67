"use client";

import { useState, type ReactNode } from "react";

type Props = {
  /** What goes to the clipboard. */
  text: string;
  children: ReactNode;
  /** What to do where the browser does not let a page copy. */
  otherwise: string;
};

/** Puts a text on the clipboard, and says whether that went. */
export function CopyButton({ text, children, otherwise }: Props) {
  const [answer, setAnswer] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer("Copied");
    } catch {
      setAnswer(`This browser does not let us copy. ${otherwise}`);
    }
  };
  return (
    <>
      <span role="status" className="text-sm text-ink-3">
        {answer}
      </span>
      <button type="button" onClick={() => void copy()} className="button button-small button-quiet">
        {children}
      </button>
    </>
  );
}
