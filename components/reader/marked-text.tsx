import { Fragment } from "react";
import type { MarkedPart } from "@/lib/publications/mark-words";

/** A text with the words that were looked for marked. */
export function MarkedText({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map(({ text, marked }, index) =>
    marked ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  );
}
