import { Fragment } from "react";
import type { DiffPart } from "@/lib/publications/word-diff";

/** What is said of words that are in one text only, for whoever does not see how they look. */
export type SaidOf = { del: string; ins: string };

const saidOfChange: SaidOf = { del: "taken out", ins: "put in" };

type Props = {
  parts: readonly DiffPart[];
  said?: SaidOf;
  /** Shows all that stayed, and not only what is beside a change. */
  whole?: boolean;
};

/** Words that went are struck, words that came are underlined; both are said too. */
export function WordDiff({ parts, said = saidOfChange, whole = false }: Props) {
  return parts.map(({ op, text }, index) => {
    if (op === "same")
      return (
        <Fragment key={index}>
          {whole ? text : around(text, index === 0, index === parts.length - 1)}
        </Fragment>
      );
    const Tag = op;
    return (
      <Tag key={index} className={op === "del" ? "text-ink-3" : "decoration-1 underline-offset-3"}>
        <span className="sr-only">[{said[op]}: </span>
        {text}
        <span className="sr-only">]</span>
      </Tag>
    );
  });
}

/** Past this many letters words that stayed are cut to those beside what changed. */
const mostKept = 160;

function around(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= mostKept) return text;
  // Whole words: half of one reads like a change.
  const head = text.slice(0, mostKept / 2).replace(/\S+$/, "");
  const tail = text.slice(-mostKept / 2).replace(/^\S+/, "");
  return `${isFirst ? "" : head}…${isLast ? "" : tail}`;
}
