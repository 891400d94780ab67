import type { ReactNode } from "react";
import type { ReaderWords } from "@/lib/words/reader";
import { MarkedSentence } from "./marked-sentence";
import { quotedIn } from "./reader-site";

type FoldProps = {
  /** How many letters are quoted. */
  length: number;
  words: ReaderWords;
  children: ReactNode;
};

/** About twelve lines of the column; what is longer pushes all that was found out of sight. */
const mostCharacters = 900;

/** A quotation, of a very long one the first lines, and all of it on demand and in print. */
export function FoldedWhenLong({ length, words, children }: FoldProps) {
  return (
    <>
      {length > mostCharacters ? (
        // Above the words, so that its state says by itself how much of them is shown.
        <details className="long">
          <summary>{words.evidence.allOfQuotation}</summary>
        </details>
      ) : null}
      {children}
    </>
  );
}

type Props = {
  exact: string;
  sentence: string | null;
  language: string | null;
  words: ReaderWords;
  /** Whether it stands in the quotation marks of its language. */
  isMarked?: boolean;
};

/** Words that are quoted, inside their sentence. */
export function Quotation({ exact, sentence, language, words, isMarked = false }: Props) {
  const quoted = <MarkedSentence exact={exact} sentence={sentence} />;
  return (
    <FoldedWhenLong length={(sentence ?? exact).length} words={words}>
      <blockquote {...quotedIn(language)}>{isMarked ? <q>{quoted}</q> : quoted}</blockquote>
    </FoldedWhenLong>
  );
}
