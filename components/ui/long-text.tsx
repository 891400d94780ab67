import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  text: string;
  /** What stands around the words: their quotation marks, their letters. */
  children: ReactNode;
  className?: string;
};

/** About eight lines of a narrow column. */
const mostCharacters = 480;

/** Words of any length: of a long text the first lines, and the rest on demand. Works without scripts. */
export function LongText({ text, children, className }: Props) {
  if (text.length <= mostCharacters)
    return (
      <div dir="auto" className={className}>
        {children}
      </div>
    );
  return (
    <div className={cx("group/long", className)}>
      <div dir="auto" className="line-clamp-6 group-has-[details[open]]/long:line-clamp-none">
        {children}
      </div>
      <details>
        <summary className="inline-flex min-h-6 items-center font-sans text-sm text-link underline decoration-1 underline-offset-[.18em]">
          <span className="group-has-[details[open]]/long:hidden">Show all of it</span>
          <span className="hidden group-has-[details[open]]/long:inline">Show less</span>
        </summary>
      </details>
    </div>
  );
}
