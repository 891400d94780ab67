import Link from "next/link";
import type { MouseEvent, ReactNode } from "react";
import { flushSync } from "react-dom";
import type { CheckedSentence } from "@/lib/verdicts/draft-check";
import { focusOn } from "@/components/keys/focus-on";
import { places } from "@/components/layout/places";
import type { CitedEvidence } from "./cited-evidence";
import { backgroundWords, coverWord, keyOf, placeWords } from "./draft-check-words";

type Props = {
  claimId: string;
  sentence: CheckedSentence;
  evidence: readonly CitedEvidence[];
  /** Takes the sentence in hand, where it can be marked. */
  take: ((key: string) => void) | null;
  /** The forms that mark it, when it is in hand. */
  children: ReactNode;
};

/** One sentence, and beside it what it stands on, with the forms or the way to them. */
export function DraftSentenceRow({ claimId, sentence, evidence, take, children }: Props) {
  const { text, cover: on, numbersNotThere } = sentence;
  const isOpen = on.kind === "open";
  const key = keyOf(sentence);
  return (
    <li
      id={`sentence-${key}`}
      tabIndex={-1}
      data-sentence={key}
      data-open={isOpen || undefined}
      onFocus={({ target, currentTarget }) => {
        if (isOpen && !children && target === currentTarget) take?.(key);
      }}
      aria-label={`${placeWords(sentence)}: ${coverWord(sentence)}`}
      className="grid scroll-my-16 gap-x-10 gap-y-2 border-t py-3 pl-3 focus-within:border-l-2 focus-within:border-l-ink focus-within:pl-2.5 focus:outline-none desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="min-w-0">
        <p className="text-xs text-ink-3">{placeWords(sentence)}</p>
        <p dir="auto" className="font-serif text-md wrap-anywhere">
          {text}
        </p>
        {numbersNotThere.length > 0 ? (
          <p className="mt-1 text-sm text-warn">
            In none of its quotes: <span className="font-semibold">{numbersNotThere.join(" · ")}</span>
          </p>
        ) : null}
      </div>
      <div className="min-w-0">
        <StandsOn claimId={claimId} sentence={sentence} evidence={evidence} />
        {children ?? (take ? <Take sentence={sentence} take={take} /> : null)}
      </div>
    </li>
  );
}

/** Before scripts load it is a link to the same page with this sentence in hand. */
function Take({ sentence, take }: { sentence: CheckedSentence; take: (key: string) => void }) {
  const key = keyOf(sentence);
  const isOpen = sentence.cover.kind === "open";
  function takeHere(event: MouseEvent<HTMLAnchorElement>) {
    const { currentTarget, metaKey, ctrlKey, shiftKey } = event;
    if (metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    const row = currentTarget.closest("li");
    flushSync(() => take(key));
    focusOn(row?.querySelector<HTMLElement>("select, input:not([type=hidden]), button"));
  }
  return (
    <a
      href={`?at=${key}#sentence-${key}`}
      onClick={takeHere}
      className={isOpen ? "button button-small" : "inline-flex min-h-6 items-center text-xs text-ink-3"}
    >
      {isOpen ? "Cite or mark it" : "Change"}
      <span className="sr-only">: {placeWords(sentence)}</span>
    </a>
  );
}

type OnProps = Pick<Props, "claimId" | "sentence" | "evidence">;

function StandsOn({ claimId, sentence, evidence }: OnProps) {
  const { cover: on, strange } = sentence;
  if (on.kind === "open")
    return (
      <p className="mb-2 font-semibold text-warn">
        <span className="inline-block first-letter:uppercase">{coverWord(sentence)}</span>
        {strange.length > 0 ? ": it cites evidence that is no longer there" : null}
      </p>
    );
  if (on.kind === "background")
    return (
      <p>
        <span className="font-semibold">{on.byRule ? "No source asked for" : "Background"}</span>
        <span className="text-ink-2"> · {backgroundWords(on)}</span>
      </p>
    );
  return (
    <>
      <p className="font-semibold">
        On evidence
        {on.from === null ? null : (
          <span className="font-normal text-ink-3">
            {" "}
            · its names and numbers are in sentence {on.from + 1} of the write-up
          </span>
        )}
      </p>
      <ul>
        {on.evidenceIds.map((id) => (
          <Cited key={id} claimId={claimId} id={id} evidence={evidence} />
        ))}
      </ul>
    </>
  );
}

type CitedProps = Pick<Props, "claimId" | "evidence"> & { id: string };

function Cited({ claimId, id, evidence }: CitedProps) {
  const at = evidence.findIndex((item) => item.id === id);
  const item = evidence[at];
  if (!item) return null;
  return (
    <li className="mt-1">
      <p className="text-xs text-ink-3">
        <Link href={`${places.claim(claimId)}#evidence-${id}`}>
          {at + 1} · {item.source ?? "outlet unknown"}
        </Link>
      </p>
      {item.sentence === null ? (
        <p className="text-ink-2">{item.words}</p>
      ) : (
        <WholeSentence exact={item.words} sentence={item.sentence} />
      )}
    </li>
  );
}

/** The sentence a quote stands in, with the quoted words marked where they are found in it. */
function WholeSentence({ exact, sentence }: { exact: string; sentence: string }) {
  const at = sentence.indexOf(exact);
  const [before, quoted, after] =
    at < 0 ? ["", exact, ""] : [sentence.slice(0, at), exact, sentence.slice(at + exact.length)];
  return (
    <blockquote dir="auto" className="font-serif text-md wrap-anywhere text-ink-2">
      {before}
      <mark className="bg-mark text-mark-ink forced-colors:underline">{quoted}</mark>
      {after}
    </blockquote>
  );
}
