import type { Stance } from "@/lib/claims/vocabulary";
import type { ReaderWords } from "@/lib/words/reader";

/** Strokes, where ratings have filled shapes: a plus, a minus, and a corner for what only stands beside. */
const strokes: Record<Stance, string> = {
  supports: "M8 2V14M2 8H14",
  disputes: "M2 8H14",
  context: "M3 2V13H14",
};

/** On which side evidence is: sign and word, in the colour of the text, because colours are for ratings. */
export function StanceWord({ stance, words }: { stance: Stance; words: ReaderWords }) {
  return (
    <>
      <svg
        viewBox="0 0 16 16"
        width={11}
        height={11}
        fill="none"
        stroke="currentColor"
        strokeWidth={3}
        aria-hidden="true"
        focusable="false"
      >
        <path d={strokes[stance]} />
      </svg>{" "}
      <strong>{words.evidence.stances[stance]}</strong>
    </>
  );
}
