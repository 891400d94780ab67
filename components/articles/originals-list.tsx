import Link from "next/link";
import type { OriginalRowDto } from "@/lib/articles/originals-dto";
import { ClaimInLine } from "@/components/claims/claim-name";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { KeySwitch } from "@/components/keys/key-switch";
import { PaginationNext } from "@/components/ui/pagination-next";
import { CaptureOriginalLink } from "./capture-original-link";
import { OriginalKey } from "./original-key";

type Props = { originals: OriginalRowDto[]; nextHref: string | null; isFirstPage: boolean };

/** Originals that nobody has read, each with what waits for it. */
export function OriginalsList({ originals, nextHref, isFirstPage }: Props) {
  if (originals.length === 0) {
    return (
      <EmptyState title={isFirstPage ? "No original waits to be read" : "No more originals"}>
        When an article names a source that is not captured, it waits here.{" "}
        <Link href={places.addArticle}>Add an article</Link>, or see{" "}
        <Link href={places.articles}>all that are here</Link>.
      </EmptyState>
    );
  }
  return (
    <>
      <OriginalKey />
      <ul className="border-b">
        {originals.map((original) => (
          <Original key={original.id} original={original} />
        ))}
      </ul>
      <PaginationNext href={nextHref} />
      <div className="mt-3">
        <KeySwitch />
      </div>
    </>
  );
}

function Original({ original }: { original: OriginalRowDto }) {
  const name = original.title ?? original.outlet ?? "Title and outlet unknown";
  const more = original.claims + original.suggestedClaims - original.waiting.length;
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-2 border-t py-3">
      <div className="min-w-0 flex-1 basis-72">
        <Link href={places.article(original.id)} className="font-semibold wrap-anywhere">
          {name}
        </Link>
        <p className="text-sm text-ink-3">
          {original.title && original.outlet ? `${original.outlet} · ` : null}
          {weightWords(original)}
          {original.state === "failed" ? (
            <span className="text-warn">
              {" "}
              · {original.failureMessage ?? "The page could not be captured."}
            </span>
          ) : null}
        </p>
        {original.waiting.length > 0 ? (
          <ul className="mt-1 text-sm">
            {original.waiting.map((claim) => (
              <li key={claim.id} className="py-0.5 wrap-anywhere">
                <ClaimInLine id={claim.id} text={claim.text} href={places.sources(claim.id)} />
                {claim.stopped ? <span className="text-warn"> · stopped at the gate</span> : null}
                {claim.suggested ? <span className="text-ink-3"> · only suggested</span> : null}
              </li>
            ))}
            {more > 0 ? <li className="text-ink-3">and {more} more</li> : null}
          </ul>
        ) : null}
      </div>
      <CaptureOriginalLink articleId={original.id} name={name} />
    </li>
  );
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** What leans on it as somebody confirmed, and apart from that what is only suggested. */
export function weightWords(original: Omit<OriginalRowDto, "id" | "waiting">): string {
  const { stops, claims, articles, suggestedClaims, suggestedArticles } = original;
  const suggested = [
    ...counted(suggestedClaims, "open claim", "open claims"),
    ...counted(suggestedArticles, "article", "articles"),
  ];
  return [
    ...counted(claims, "open claim waits for it", "open claims wait for it").map((words) =>
      stops > 0 ? `${words}, ${stops} at the gate` : words,
    ),
    ...counted(articles, "article leans on it", "articles lean on it"),
    ...(suggested.length > 0 ? [`only suggested: ${suggested.join(", ")}`] : []),
  ].join(" · ");
}
