"use client";

import { useEffect, useRef } from "react";

type Props = {
  /** A page of this site that renders the record as readers will get it, and may be framed by the desk. */
  src: string;
  /**
   * Which state of it the page around is about, such as a hash. The address stays the same over time, and a frame that is
   * there already is not asked again: once this is another value it is.
   */
  shows: string | number;
};

/**
 * What readers will see, by the readers' own renderer, in a frame that runs no scripts. It keeps its origin: without one it
 * could not load our fonts, and the desk could not ask how tall it is. Beside the signing it fills its half of the window;
 * elsewhere it is as tall as its page, so that nothing is cut and there is one thing to scroll.
 */
export function ReaderPreview({ src, shows }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => (frame.current ? fitToPage(frame.current) : undefined), [shows]);
  return (
    <iframe
      key={shows}
      ref={frame}
      src={src}
      title="What readers will see"
      sandbox="allow-same-origin"
      className="block h-[var(--page-height,80dvh)] w-full border-0 bg-paper desk:in-[.sign-off]:h-full"
    />
  );
}

/** Keeps the height of the page in the frame as `--page-height`, whatever is loaded in it and how it folds. Returns what ends it. */
function fitToPage(frame: HTMLIFrameElement): () => void {
  const watching = new ResizeObserver(([entry]) => {
    const height = entry?.target.getBoundingClientRect().height ?? 0;
    if (height > 0) frame.style.setProperty("--page-height", `${Math.ceil(height)}px`);
  });
  const begin = () => {
    watching.disconnect();
    const page = frame.contentDocument?.documentElement;
    if (page) watching.observe(page);
  };
  frame.addEventListener("load", begin);
  // It may have come before scripts did.
  begin();
  return () => {
    frame.removeEventListener("load", begin);
    watching.disconnect();
  };
}
