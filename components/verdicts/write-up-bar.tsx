import { quoteStart } from "@/components/disagreements/quote-label";
import { cx } from "@/components/ui/cx";
import { isolated } from "@/lib/core/isolate";
import type { Citable } from "./cite-label";

/** Of what the tools stand in. */
export const barClass = "flex flex-wrap items-center gap-1 border-b p-1";

const writeUpMarks = ["bold", "italic", "list", "quote"] as const;
export type WriteUpMark = (typeof writeUpMarks)[number];

const markWords: Record<WriteUpMark, string> = {
  bold: "Bold",
  italic: "Italic",
  list: "List",
  quote: "Quotation",
};

type Props = {
  citable: readonly Citable[];
  /** Which are in force where the caret is. */
  active?: Partial<Record<WriteUpMark, boolean>>;
  onMark?: (mark: WriteUpMark) => void;
  onCite?: (id: string) => void;
};

/** The tools of the write-up. Before there is an editor to use them on they keep its place, hidden. */
export function WriteUpBar({ citable, active = {}, onMark, onCite }: Props) {
  return (
    <>
      {writeUpMarks.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-pressed={active[mark] ?? false}
          onClick={() => onMark?.(mark)}
          className={cx("button button-small", active[mark] ? "bg-sunk underline" : "button-quiet")}
        >
          {markWords[mark]}
        </button>
      ))}
      <label className="ml-auto flex items-center gap-2 text-sm">
        Cite
        <select
          value=""
          onChange={(event) => onCite?.(event.target.value)}
          className="control min-h-7 max-w-56 py-0.5"
        >
          <option value="">Choose evidence</option>
          {citable.map((item) => (
            <option key={item.id} value={item.id}>
              {item.number}. {isolated(quoteStart(item.words))}
            </option>
          ))}
          <option value="background">Background: common knowledge</option>
        </select>
      </label>
    </>
  );
}
