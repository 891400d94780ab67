import type { ReactNode } from "react";
import type { FoundInRecord } from "@/lib/publications/record-check";
import type { ReaderWords } from "@/lib/words/reader";
import { RatingMark } from "./rating-mark";
import { RatingWord } from "./rating-word";
import { contentIn } from "./reader-site";
import { spokenRating } from "./spoken-rating";

type FindingProps = { found: FoundInRecord; link: (inside: ReactNode) => ReactNode; words: ReaderWords };

/**
 * A verdict by its rating and, on a line of its own, its finding, which leads to it: a verified signature is not to be taken
 * for a claim that is right.
 */
export function FindingChecked({ found, link, words }: FindingProps) {
  const own = contentIn(found.language, words);
  return (
    <>
      <RatingWord size={18} {...spokenRating(found.rating, own, words)} />
      <span className="under">{link(<bdi {...own}>{found.finding}</bdi>)}</span>
    </>
  );
}

/** The outcome as a shape and one sentence; in colour only as a warning, as a rating's colours are its own. */
export function OutcomeTitle({ outcome, words }: { outcome: "matches" | "differs"; words: ReaderWords }) {
  const isVerified = outcome === "matches";
  const shape = { code: isVerified ? "confirmed" : "disputed", number: null };
  return (
    <h2 className={isVerified ? undefined : "tone-disputed"}>
      <RatingMark rating={shape} size={18} /> {words.verify[outcome].title}
    </h2>
  );
}
