import Link from "next/link";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { claimStates } from "@/lib/claims/vocabulary";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { countWords, stateWords } from "./claim-words";

export type QueueFilters = { state?: string; q?: string; topic?: string; assignee?: string };

type Props = {
  claims: ClaimRowDto[];
  currentId?: string | null;
  filters: QueueFilters;
  /** Where the filter form leads; the queue itself unless the queue stands beside a claim. */
  formHref?: string;
  nextHref: string | null;
  /** All that match, when counted. */
  total?: number;
  title?: string;
  sortWords?: string;
  now?: string;
};

/** The claims to work on, filtered and sorted, with the one in hand marked. */
export function QueueList(props: Props) {
  const { claims, currentId, filters, formHref = places.queue, nextHref, total, now } = props;
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <div>
      <div className="flex items-baseline gap-2 border-b px-3.5 py-2.5">
        <h2 className="font-semibold">{props.title ?? "Queue"}</h2>
        <span className="ml-auto text-ink-3">
          {total === undefined ? null : `${total} · `}
          {props.sortWords ?? "by deadline"}
        </span>
      </div>
      <QueueFilter filters={filters} action={formHref} isOpen={isFiltered} />
      {claims.length === 0 ? (
        <div className="p-3.5">
          <QueueEmpty isFiltered={isFiltered} />
        </div>
      ) : (
        <ul>
          {claims.map((claim) => (
            <QueueRow key={claim.id} claim={claim} isCurrent={claim.id === currentId} now={now} />
          ))}
        </ul>
      )}
      <PaginationNext href={nextHref} />
      <p className="px-3.5 py-2">
        <Link href={places.newClaim} className="inline-block py-1">
          New claim
        </Link>
      </p>
    </div>
  );
}

function QueueEmpty({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title="No claim matches">
        <Link href={places.queue}>Show the whole queue</Link>, or try fewer words.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="The queue is empty">
      <Link href={places.addArticle}>Add an article</Link> and mark what it claims, or{" "}
      <Link href={places.newClaim}>write a claim</Link> yourself.
    </EmptyState>
  );
}

type RowProps = { claim: ClaimRowDto; isCurrent: boolean; now?: string };

function QueueRow({ claim, isCurrent, now }: RowProps) {
  const facts = [
    stateWords[claim.state].toLowerCase(),
    claim.state === "new" ? null : countWords(claim.evidenceCount, "piece of evidence", "pieces of evidence"),
    claim.state === "in-review" || claim.state === "ready"
      ? countWords(claim.reviewCount, "review", "reviews")
      : null,
    claim.assignee?.name,
  ].filter(Boolean);
  return (
    <li className="border-b">
      <Link
        href={places.claim(claim.id)}
        aria-current={isCurrent ? "true" : undefined}
        className="block border-l-3 border-transparent py-2.5 pr-3.5 pl-[.6875rem] text-ink no-underline hover:bg-panel aria-[current]:border-ink aria-[current]:bg-panel"
      >
        <span className="line-clamp-2">{claim.text}</span>
        <span className="mt-0.5 block text-sm text-ink-3">
          {facts.join(" · ")}
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

type FilterProps = { filters: QueueFilters; action: string; isOpen: boolean };

function QueueFilter({ filters, action, isOpen }: FilterProps) {
  return (
    <details open={isOpen} className="border-b px-3.5 py-1.5">
      <summary className="text-sm text-ink-2">Filter</summary>
      <form action={action} role="search" aria-label="Filter the queue" className="grid gap-2 py-2">
        <div>
          <label htmlFor="queue-q" className="mb-0.5 block text-sm">
            Words
          </label>
          <input id="queue-q" name="q" type="search" defaultValue={filters.q} className="control" />
        </div>
        <div className="grid grid-cols-2 gap-2">
          <div className="min-w-0">
            <label htmlFor="queue-state" className="mb-0.5 block text-sm">
              State
            </label>
            <select id="queue-state" name="state" defaultValue={filters.state ?? ""} className="control">
              <option value="">Any</option>
              {claimStates.map((state) => (
                <option key={state} value={state}>
                  {stateWords[state]}
                </option>
              ))}
            </select>
          </div>
          <div className="min-w-0">
            <label htmlFor="queue-topic" className="mb-0.5 block text-sm">
              Topic
            </label>
            <input id="queue-topic" name="topic" defaultValue={filters.topic} className="control" />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="assignee"
              value="me"
              defaultChecked={filters.assignee === "me"}
              className="size-4 accent-ink"
            />
            Mine only
          </label>
          <button type="submit" className="button button-small ml-auto">
            Show
          </button>
        </div>
      </form>
    </details>
  );
}
