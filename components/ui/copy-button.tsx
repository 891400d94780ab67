"use client";

import { useState, type ReactNode } from "react";
import { cx } from "./cx";
import { WarnMark } from "./notice";

type Props = {
  /** What goes to the clipboard. */
  text: string;
  children: ReactNode;
  /** What to do where the browser does not let a page copy. */
  otherwise: string;
};

const copied = "Copied";

/**
 * Puts a text on the clipboard, and says whether that went: beside the button, or on a line below it, as a warning, where it
 * did not. The button has its own room, and no words of it begin where those around it do: what is said stands next to it.
 */
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
          // With nothing to say it takes no room, and is still heard once it says something.
          "text-sm empty:absolute",
          answer === copied ? "text-ink-3" : answer !== "" && "order-last basis-full font-medium text-warn",
        )}
      >
        {answer === copied || answer === "" ? null : <WarnMark />}
        {answer}
      </span>
      <button type="button" onClick={() => void copy()} className="button button-small button-quiet mx-0">
        {children}
      </button>
    </>
  );
}
