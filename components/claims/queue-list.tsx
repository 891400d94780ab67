import Link from "next/link";
import type { ReactNode } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { countWords, stateWords } from "./claim-words";

type Props = {
  claims: ClaimRowDto[];
  /** The claim in hand; it heads the list when it is not among the rows. */
  current?: ClaimRowDto;
  /** A line above the rows, in the pane beside a claim. */
  head?: ReactNode;
  nextHref: string | null;
  /** Why there may be no rows. */
  empty: "filtered" | "needs-me" | "none";
  /** Nothing waits for this person, so these are all claims. */
  isFallback?: boolean;
  now?: string;
};

/** The claims to work on in the pane beside a claim, with the one in hand marked. */
export function QueueList({ claims, current, head, nextHref, empty, isFallback, now }: Props) {
  const isElsewhere = current && !claims.some(({ id }) => id === current.id);
  return (
    <div>
      {head ? <div className="flex items-baseline gap-2 border-b px-3.5 py-2.5">{head}</div> : null}
      {isFallback ? (
        <p className="border-b px-3.5 py-2 text-sm text-ink-3">
          Nothing waits for you. These are all claims, newest first.
        </p>
      ) : null}
      <ul>
        {isElsewhere ? <QueueRow claim={current} isCurrent now={now} /> : null}
        {claims.map((claim) => (
          <QueueRow key={claim.id} claim={claim} isCurrent={claim.id === current?.id} now={now} />
        ))}
      </ul>
      {claims.length === 0 ? (
        <div className="p-3.5">
          <QueueEmpty why={empty} />
        </div>
      ) : null}
      <PaginationNext href={nextHref} />
    </div>
  );
}

/** The head of the pane beside a claim. */
export function QueueHead({ count }: { count: number }) {
  return (
    <>
      <h2 className="font-semibold">
        <Link href={places.queue} className="text-ink no-underline hover:underline">
          Needs you
        </Link>
      </h2>
      <span className="text-ink-3">{count === 0 ? "nothing" : `${count} · by deadline`}</span>
      <Link href={`${places.queue}?needs=all`} className="ml-auto text-sm">
        All claims
      </Link>
    </>
  );
}

/** Why there are no rows, and what to do. */
export function QueueEmpty({ why, wide }: { why: Props["empty"]; wide?: boolean }) {
  if (why === "filtered") {
    return (
      <EmptyState title="No claim matches">
        <Link href={`${places.queue}?needs=all`}>Show all claims</Link>, or try fewer words.
      </EmptyState>
    );
  }
  if (why === "needs-me" && !wide) return <p className="text-ink-3">Nothing else waits for you.</p>;
  return (
    <EmptyState title={why === "needs-me" ? "Nothing waits for you" : "There are no claims yet"}>
      <Link href={places.addArticle}>Add an article</Link> and mark what it claims, or{" "}
      <Link href={places.newClaim}>write a claim</Link> yourself.
    </EmptyState>
  );
}

/** What is known of a claim, in one line. */
export function queueFacts(claim: ClaimRowDto): string {
  return [
    stateWords[claim.state].toLowerCase(),
    claim.state === "new" ? null : countWords(claim.evidenceCount, "piece of evidence", "pieces of evidence"),
    claim.state === "in-review" || claim.state === "ready"
      ? countWords(claim.reviewCount, "review", "reviews")
      : null,
    claim.assignee?.name,
  ]
    .filter(Boolean)
    .join(" · ");
}

type RowProps = { claim: ClaimRowDto; isCurrent: boolean; now?: string };

function QueueRow({ claim, isCurrent, now }: RowProps) {
  return (
    <li className="border-b">
      <Link
        href={places.claim(claim.id)}
        aria-current={isCurrent ? "true" : undefined}
        className="block border-l-3 border-transparent py-2.5 pr-3.5 pl-[.6875rem] text-ink no-underline hover:bg-panel aria-[current]:border-ink aria-[current]:bg-panel"
      >
        <span className="line-clamp-2">{claim.text}</span>
        <span className="mt-0.5 block text-sm text-ink-3">
          {queueFacts(claim)}
          {claim.deadlineAt ? (
            <>
              {" · due "}
              <TimeAgo at={claim.deadlineAt} now={now} />
            </>
          ) : null}
        </span>
      </Link>
    </li>
  );
}
