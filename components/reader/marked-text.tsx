import { Fragment } from "react";
import type { MarkedPart } from "@/lib/publications/mark-words";

/** A text with the words that were looked for in bold: the yellow of a mark is for words that somebody said. */
export function MarkedText({ parts }: { parts: readonly MarkedPart[] }) {
  return parts.map(({ text, marked }, index) =>
    marked ? <b key={index}>{text}</b> : <Fragment key={index}>{text}</Fragment>,
  );
}
