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

/** What was quoted and what stands there now, word by word. Words that are gone are not said to be changed. */
export function WordsChanged({ outcome, was, is, method, checkedAt, now }: Props) {
  const isGone = outcome === "gone" || is === null;
  const parts = isGone ? [] : wordDiff(was, is);
  return (
    <div className="border-l-2 border-warn pl-3">
      <p className="text-sm font-medium text-warn">
        {isGone ? "Not there any more" : "Reads differently"} {comparedWith(method)},{" "}
        <TimeAgo at={checkedAt} now={now} />
      </p>
      <dl className="mt-1 grid gap-1">
        <div>
          <dt className="text-xs text-ink-3">Quoted</dt>
          <dd className="font-serif text-md">
            {isGone
              ? was
              : parts.map((part, index) => (part.op === "ins" ? null : <Was key={index} {...part} />))}
          </dd>
        </div>
        <div>
          <dt className="text-xs text-ink-3">Now</dt>
          <dd className="font-serif text-md">
            {isGone ? (
              <span className="font-sans text-base text-ink-2">
                {method === "fetched"
                  ? "We did not find these words. Our copy of the page still has them."
                  : "These words are not in the copy that we were given."}
              </span>
            ) : (
              parts.map((part, index) => (part.op === "del" ? null : <Is key={index} {...part} />))
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

type Part = { op: "same" | "del" | "ins"; text: string };

function Was({ op, text }: Part) {
  return op === "del" ? <del>{text}</del> : <>{text}</>;
}

function Is({ op, text }: Part) {
  if (op !== "ins") return <>{text}</>;
  return <ins className="bg-mark text-mark-ink no-underline forced-colors:underline">{text}</ins>;
}
