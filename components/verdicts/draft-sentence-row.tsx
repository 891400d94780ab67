import Link from "next/link";
import type { EvidenceDto } from "@/lib/claims/dto";
import type { CheckedSentence } from "@/lib/verdicts/draft-check";
import { places } from "@/components/layout/places";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/components/ui/form-state";
import { backgroundWords, placeWords } from "./draft-check-words";
import { CoverForms } from "./cover-forms";

type Props = {
  claimId: string;
  sentence: CheckedSentence;
  evidence: EvidenceDto[];
  cover?: FormAction;
};

/** One sentence, and beside it what it stands on, or the two ways to give it something. */
export function DraftSentenceRow({ claimId, sentence, evidence, cover }: Props) {
  const { text, cover: on, numbersNotThere, field, index } = sentence;
  const isOpen = on.kind === "open";
  const forms = cover ? (
    <CoverForms claimId={claimId} sentence={sentence} evidence={evidence} cover={cover} />
  ) : null;
  return (
    <li
      id={`sentence-${field}-${index}`}
      tabIndex={-1}
      data-sentence
      data-open={isOpen || undefined}
      aria-label={`${placeWords(sentence)}: ${isOpen ? "open" : on.kind}`}
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
        {isOpen ? forms : forms ? <Disclosure summary="Change" quiet children={forms} /> : null}
      </div>
    </li>
  );
}

type OnProps = Pick<Props, "claimId" | "sentence" | "evidence">;

function StandsOn({ claimId, sentence: { cover: on, strange }, evidence }: OnProps) {
  if (on.kind === "open")
    return (
      <p className="mb-2 font-semibold text-warn">
        {strange.length > 0 ? "Open: it cites evidence that is no longer there" : "Open"}
      </p>
    );
  if (on.kind === "background")
    return (
      <p>
        <span className="font-semibold">{on.byRule ? "Nothing to cite" : "Background"}</span>
        <span className="text-ink-2"> · {backgroundWords(on)}</span>
      </p>
    );
  return (
    <>
      <p className="font-semibold">
        On evidence
        {on.from === null ? null : (
          <span className="font-normal text-ink-3"> · as sentence {on.from + 1} of the write-up says it</span>
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

function Cited({ claimId, id, evidence }: { claimId: string; id: string; evidence: EvidenceDto[] }) {
  const at = evidence.findIndex((item) => item.id === id);
  const item = evidence[at];
  if (!item) return null;
  return (
    <li className="mt-1">
      <p className="text-xs text-ink-3">
        <Link href={`${places.claim(claimId)}#evidence-${id}`}>
          {at + 1} · {item.article.outlet ?? item.article.title ?? "outlet unknown"}
        </Link>
      </p>
      {"exact" in item.quote ? (
        <WholeSentence {...item.quote} />
      ) : (
        <p className="text-ink-2">{item.quote.description}</p>
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
