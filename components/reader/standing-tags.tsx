import type { StandingNotice } from "@/lib/publications/standing-notices";
import type { ReaderWords } from "@/lib/words/reader";

/** A pennant: no rating has its shape. */
export const pennant = "M3 1H6.5V23H3ZM8 2H23L18.5 8L23 14H8Z";

/** What stands beside a rating, by shape and word: no list shows a rating as if nothing were open. */
export function StandingTags({ notices, words }: { notices: readonly StandingNotice[]; words: ReaderWords }) {
  return notices.map(({ kind }) => (
    <span key={kind} className="tag">
      <svg
        viewBox="0 0 24 24"
        width={12}
        height={12}
        fill="currentColor"
        aria-hidden="true"
        focusable="false"
      >
        <path d={pennant} />
      </svg>{" "}
      {words.changes.notices[kind]}
    </span>
  ));
}
