import { wordDiff } from "@/lib/publications/word-diff";
import { TimeAgo } from "@/components/ui/time-ago";
import { comparedWith } from "./look-words";

type Props = {
  outcome: "altered" | "gone";
  was: string;
  is: string | null;
  method: "fetched" | "uploaded" | "pasted";
  checkedAt: string;
  now?: string;
};

/**
 * What was quoted and what stands there now, word by word. Words that are gone are not said to be changed; of a copy that
 * we were given nobody knows whether it is the newer one, so neither side is called what was, or what is now.
 */
export function WordsChanged({ outcome, was, is, method, checkedAt, now }: Props) {
  const isGone = outcome === "gone" || is === null;
  const parts = isGone ? [] : wordDiff(was, is);
  const isDated = method === "fetched";
  return (
    <div className="border-l-2 border-warn pl-3">
      <p className="text-sm font-medium text-warn">
        {isGone ? (isDated ? "Not there any more" : "Not found") : "Reads differently"} {comparedWith(method)}
        , <TimeAgo at={checkedAt} now={now} />
      </p>
      <dl className="mt-1 grid gap-1">
        <div>
          <dt className="text-xs text-ink-3">Quoted</dt>
          <dd className="font-serif text-md">
            {isGone
              ? was
              : parts.map((part, index) =>
                  part.op === "ins" ? null : <Was key={index} {...part} isDated={isDated} />,
                )}
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">{isDated ? "Now" : `In the ${method} copy`}</dt>
          <dd className="font-serif text-md">
            {isGone ? (
              <span className="font-sans text-base text-ink-2">
                {method === "fetched"
                  ? "We did not find these words. Our copy of the page still has them."
                  : "These words are not in the copy that we were given."}
              </span>
            ) : (
              parts.map((part, index) =>
                part.op === "del" ? null : <Is key={index} {...part} isDated={isDated} />,
              )
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

type Part = { op: "same" | "del" | "ins"; text: string; isDated: boolean };

/** As `DifferingWords`: yellow is for words that were quoted. */
const marked = "bg-transparent text-inherit underline decoration-2 underline-offset-3";

function Was({ op, text, isDated }: Part) {
  if (op !== "del") return <>{text}</>;
  return isDated ? <del>{text}</del> : <mark className={marked}>{text}</mark>;
}

function Is({ op, text, isDated }: Part) {
  if (op !== "ins") return <>{text}</>;
  return isDated ? <ins className={marked}>{text}</ins> : <mark className={marked}>{text}</mark>;
}
