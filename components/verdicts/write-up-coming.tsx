import { Fragment } from "react";
import { citeLabel, type Citable } from "./cite-label";
import { barClass, WriteUpBar } from "./write-up-bar";

type Props = {
  markdown: string;
  citable: readonly Citable[];
  /** Its tools were waited for so long that it is said. */
  isSlow?: boolean;
};

/**
 * The words and the tools as the editor sets them, citations too, until it is there: an empty box would look as if they were
 * lost, and nothing moves when it comes.
 */
export function WriteUpComing({ markdown, citable, isSlow = false }: Props) {
  const paragraphs = markdown.trim().split(/\n{2,}/);
  return (
    <div
      aria-hidden="true"
      className="write-up relative rounded-md border border-rule-strong bg-panel outline-focus peer-focus:outline-2 peer-focus:outline-offset-2"
    >
      {isSlow ? (
        <p className="absolute top-0 flex min-h-9.25 items-center px-3 text-sm text-ink-3">
          The tools for writing are loading …
        </p>
      ) : null}
      <div className={barClass}>
        {/* Nobody hears or reaches them yet; while it is said that they load they only keep their room. */}
        <div className={isSlow ? "invisible contents" : "contents"} inert>
          <WriteUpBar citable={citable} />
        </div>
      </div>
      <div className="min-h-48 px-3 py-2.5 font-serif text-read wrap-anywhere whitespace-pre-wrap">
        {paragraphs.map((words, index) => (
          <p key={index} className={index > 0 ? "mt-3" : undefined}>
            <Cited words={words} citable={citable} />
          </p>
        ))}
      </div>
    </div>
  );
}

/** Words with their citations drawn as the editor draws them. */
function Cited({ words, citable }: { words: string; citable: readonly Citable[] }) {
  // Every other piece is what stood between the brackets.
  return words.split(/\[\^([\w-]+)\]/).map((piece, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <span key={index} data-cite={piece}>
        {citeLabel(piece, citable)}
      </span>
    ),
  );
}
