import type { StandingNotice } from "@/lib/publications/standing-notices";
import type { ReaderWords } from "@/lib/words/reader";

/** A diamond with an exclamation mark cut out: no rating has its shape. */
const diamond =
  "M12 0L24 12L12 24L0 12ZM10.6 5H13.4L13 13.6H11ZM12 15.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 0 1 0-3.2Z";

/** What stands beside a rating, by shape and word: no list shows a rating as if nothing were open. */
export function StandingTags({ notices, words }: { notices: readonly StandingNotice[]; words: ReaderWords }) {
  return notices.map(({ kind }) => (
    <span key={kind} className="tag">
      <svg
        viewBox="0 0 24 24"
        width={12}
        height={12}
        fill="currentColor"
        fillRule="evenodd"
        aria-hidden="true"
        focusable="false"
      >
        <path d={diamond} />
      </svg>{" "}
      {words.changes.notices[kind]}
    </span>
  ));
}
