import { citedInWords } from "@/lib/verdicts/cite-numbers";
import type { Citable } from "./cite-node";

type Props = { markdown: string; citable: readonly Citable[] };

/**
 * The words themselves until the editor is there, set as it sets them, with citations as people read them: an empty box would
 * look as if they were lost. Where its tools will be it says what is missing, so that nothing below jumps when they come.
 */
export function WriteUpComing({ markdown, citable }: Props) {
  const ids = citable.map(({ id }) => id);
  return (
    <div aria-hidden="true" className="rounded-md border border-rule-strong bg-panel">
      <p className="flex min-h-9.25 items-center border-b px-3 text-sm text-ink-3 pointer-coarse:min-h-11.25">
        The tools for writing are loading …
      </p>
      <div className="max-h-96 min-h-48 overflow-hidden px-3 py-2.5 font-serif text-read wrap-anywhere whitespace-pre-wrap">
        {citedInWords(markdown, ids)}
      </div>
    </div>
  );
}
