"use client";

import { useState, type ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  /** What goes to the clipboard. */
  text: string;
  children: ReactNode;
  /** What to do where the browser does not let a page copy. */
  otherwise: string;
};

const copied = "Copied";

/** Puts a text on the clipboard, and says whether that went: beside the button, or on a line below it where there is more to say. */
export function CopyButton({ text, children, otherwise }: Props) {
  const [answer, setAnswer] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer(copied);
    } catch {
      setAnswer(`This browser does not let us copy. ${otherwise}`);
    }
  };
  return (
    <>
      <span
        role="status"
        className={cx(
          "text-sm text-ink-3",
          answer === copied ? "me-2" : answer !== "" && "order-last basis-full",
        )}
      >
        {answer}
      </span>
      <button type="button" onClick={() => void copy()} className="button button-small button-quiet">
        {children}
      </button>
    </>
  );
}
