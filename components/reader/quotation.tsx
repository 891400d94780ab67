import type { ReaderWords } from "@/lib/words/reader";
import { MarkedSentence } from "./marked-sentence";
import { quotedIn } from "./reader-site";

type Props = {
  exact: string;
  sentence: string | null;
  language: string | null;
  words: ReaderWords;
  /** Whether it stands in the quotation marks of its language. */
  isMarked?: boolean;
};

/** About twelve lines of the column; what is longer pushes all that was found out of sight. */
const mostCharacters = 900;

/** Words that are quoted, inside their sentence. Of very long ones the first lines, and all of them on demand and in print. */
export function Quotation({ exact, sentence, language, words, isMarked = false }: Props) {
  const quoted = <MarkedSentence exact={exact} sentence={sentence} />;
  return (
    <>
      {(sentence ?? exact).length > mostCharacters ? (
        // Above the words, so that its state says by itself how much of them is shown.
        <details className="long">
          <summary>{words.evidence.allOfQuotation}</summary>
        </details>
      ) : null}
      <blockquote {...quotedIn(language)}>{isMarked ? <q>{quoted}</q> : quoted}</blockquote>
    </>
  );
}
