import type { FoundInRecord } from "@/lib/publications/record-check";
import type { ReaderWords } from "@/lib/words/reader";
import { RatingMark } from "./rating-mark";
import { RatingWord } from "./rating-word";
import { contentIn } from "./reader-site";
import { spokenRating } from "./spoken-rating";

/** A verdict by its rating and finding, so that a verified signature is not taken for a claim that is right. */
export function FindingChecked({ found, words }: { found: FoundInRecord; words: ReaderWords }) {
  const own = contentIn(found.language, words);
  return (
    <>
      <RatingWord size={18} {...spokenRating(found.rating, own, words)} /> <bdi {...own}>{found.finding}</bdi>
    </>
  );
}

/** The outcome in shape and word before what it says; in colour only as a warning, as a rating's colours are its own. */
export function OutcomeTitle({ outcome, words }: { outcome: "matches" | "differs"; words: ReaderWords }) {
  const { mark, title } = words.verify[outcome];
  const isVerified = outcome === "matches";
  const shape = { code: isVerified ? "confirmed" : "disputed", number: null };
  return (
    <h2>
      <span className={isVerified ? "rating" : "rating tone-disputed"}>
        <RatingMark rating={shape} />
        {mark}
      </span>{" "}
      {title}
    </h2>
  );
}
