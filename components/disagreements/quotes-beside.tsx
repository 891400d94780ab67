import Link from "next/link";
import type { EvidenceDto } from "@/lib/claims/dto";
import { sideBySide, type BesideSegment } from "@/lib/disagreements/side-by-side";
import type { OtherNames } from "@/lib/disagreements/spelled-as";
import { SubmitButton } from "@/components/ui/button";
import { places } from "@/components/layout/places";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { stanceWords } from "@/components/evidence/stance-words";
import { DifferingWords } from "./differing-words";
import { quoteStart } from "./quote-label";

type Props = {
  claimId: string;
  /** All of the claim's, so that numbers are those of its list. */
  evidence: EvidenceDto[];
  /** Ids of those set beside each other, two or more. */
  chosen: readonly string[];
  /** The names that people and organisations are known by, one list each. */
  names: OtherNames;
};

type Quoted = EvidenceDto & { quote: { exact: string; sentence: string }; number: number };

/** Quotes in their whole sentences beside each other, with the words and figures that differ underlined. */
export function QuotesBeside({ claimId, evidence, chosen, names }: Props) {
  const quotes = evidence.flatMap((item, index) =>
    "exact" in item.quote ? [{ ...item, quote: item.quote, number: index + 1 } satisfies Quoted] : [],
  );
  const shown = quotes.filter(({ id }) => chosen.includes(id));
  const { sides, pairs } = sideBySide(
    shown.map(({ id, quote, article }) => ({ id, ...quote, language: article.language })),
    names,
  );
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(17rem,100%),1fr))] gap-x-10 gap-y-5 border-t pt-4">
        {shown.map((item, index) => (
          <Side key={item.id} claimId={claimId} item={item} segments={sides[index]!.segments} />
        ))}
      </ul>
      <Legend segments={sides.flatMap((side) => side.segments)} />
      <Section id="differences" title="What differs">
        <ul>
          {pairs.map(({ a, b, words }) => (
            <li key={`${a} ${b}`} className="border-t py-1.5 tabular-nums">
              <span className="text-ink-3">
                {shown[a]!.number} and {shown[b]!.number}:
              </span>{" "}
              {words}
            </li>
          ))}
        </ul>
        <p className="border-t pt-1.5">
          <Link href={`${places.claim(claimId)}#disagreements`}>Mark two that disagree</Link>
        </p>
      </Section>
      {quotes.length > 2 ? <Choose quotes={quotes} chosen={chosen} /> : null}
    </>
  );
}

const hasWords = /[\p{L}\p{N}]/u;

/** What underlined and grey words are, where there are any. */
function Legend({ segments }: { segments: readonly BesideSegment[] }) {
  const said = [
    segments.some(({ differs }) => differs) &&
      "Underlined: said differently by another of them, or not at all.",
    segments.some(({ text, quoted }) => !quoted && hasWords.test(text)) &&
      "Grey: the rest of the sentence, which was not quoted.",
  ].filter(Boolean);
  return said.length > 0 ? <p className="mt-3 text-sm text-ink-3">{said.join(" ")}</p> : null;
}

function Side({ claimId, item, segments }: { claimId: string; item: Quoted; segments: BesideSegment[] }) {
  const { article } = item;
  return (
    <li className="min-w-0">
      <p className="text-sm">
        <Link href={places.articleBeside(claimId, item.articleId)}>
          {item.number} · <bdi>{article.outlet ?? article.title ?? "outlet unknown"}</bdi>
        </Link>
        <span className="text-ink-3">
          {" "}
          · {stanceWords[item.stance].toLowerCase()}
          {" · "}
          {article.publishedAt ? <TimeAgo at={article.publishedAt} /> : "date unknown"}
        </span>
      </p>
      <blockquote dir="auto" className="mt-1 font-serif text-read wrap-anywhere">
        {segments.map(({ text, quoted, differs }, index) => {
          const tone = quoted ? undefined : "text-ink-3";
          return differs ? (
            <span key={index} className={tone}>
              <DifferingWords>{text}</DifferingWords>
            </span>
          ) : (
            <span key={index} className={tone}>
              {text}
            </span>
          );
        })}
      </blockquote>
      {item.translation ? (
        <p className="mt-1 font-serif text-ink-2">
          In our translation: <q dir="auto">{item.translation.text}</q>
        </p>
      ) : null}
    </li>
  );
}

/** A plain form, so that the choice is in the address. */
function Choose({ quotes, chosen }: { quotes: Quoted[]; chosen: readonly string[] }) {
  return (
    <Section id="choose" title="Set others beside each other">
      <form method="get">
        <ul className="border-b">
          {quotes.map((item) => (
            <li key={item.id} className="border-t">
              <label className="flex items-start gap-2.5 py-1.5">
                <input
                  type="checkbox"
                  name="with"
                  value={item.id}
                  defaultChecked={chosen.includes(item.id)}
                  className="mt-1 size-4 shrink-0 accent-ink"
                />
                <span className="min-w-0 wrap-anywhere">
                  {item.number} · <bdi>{item.article.outlet ?? item.article.title ?? "an article"}</bdi>:{" "}
                  <bdi>{quoteStart(item.quote.exact)}</bdi>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <SubmitButton look="plain" className="mt-2">
          Set them side by side
        </SubmitButton>
      </form>
    </Section>
  );
}
