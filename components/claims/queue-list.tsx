import Link from "next/link";
import type { ReactNode } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { places } from "@/components/layout/places";
import { FactLine } from "@/components/ui/fact-line";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import { QueueEmpty, type WhyEmpty } from "./queue-empty";
import { isLate } from "./claim-words";
import { queueFacts } from "./queue-facts";
import { RowsList } from "./rows-list";

type Props = {
  claims: ClaimRowDto[];
  /** The claim in hand; it stands apart, above the list, when it is not among the rows. */
  current?: ClaimRowDto;
  /** A line above the rows, in the pane beside a claim. */
  head?: ReactNode;
  nextHref: string | null;
  /** Why there may be no rows. */
  empty: WhyEmpty;
  /** Nothing waits for this person, so these are all claims. */
  isFallback?: boolean;
  /** The list's own query, which its links carry on. */
  query?: string;
  now?: string;
};

/** The claims to work on in the pane beside a claim, with the one in hand marked. */
export function QueueList(props: Props) {
  const { claims, current, head, nextHref, empty, isFallback, query = "", now } = props;
  const isElsewhere = current && !claims.some(({ id }) => id === current.id);
  return (
    <div>
      <RowsList path={current ? places.claim(current.id) : places.queue}>
        {isElsewhere ? (
          <>
            <h2 className="border-b px-3.5 py-2.5 font-semibold">
              This claim <span className="font-normal text-ink-3">is not in the list below</span>
            </h2>
            <ul className="mb-4">
              <QueueRow claim={current} isCurrent query={query} now={now} />
            </ul>
          </>
        ) : null}
        {head ? <div className="flex items-baseline gap-2 border-b px-3.5 py-2.5">{head}</div> : null}
        {isFallback ? (
          <p className="border-b px-3.5 py-2 text-sm text-ink-3">
            Nothing waits for you. These are all claims, newest first.
          </p>
        ) : null}
        <ul>
          {claims.map((claim) => (
            <QueueRow
              key={claim.id}
              claim={claim}
              isCurrent={claim.id === current?.id}
              query={query}
              now={now}
            />
          ))}
        </ul>
      </RowsList>
      {claims.length === 0 ? (
        <div className="p-3.5">
          <QueueEmpty why={empty} />
        </div>
      ) : null}
      <PaginationNext href={nextHref} />
    </div>
  );
}

const allClaims = `${places.queue}?needs=all`;

/** The head of the pane beside a claim. */
export function QueueHead({ label, href, count }: { label: string; href: string; count: string }) {
  return (
    <>
      <h2 className="min-w-0 truncate font-semibold">
        <Link href={href} title={label} className="text-ink no-underline hover:underline">
          {label}
        </Link>
      </h2>
      <span className="text-ink-3">{count === "0" ? "nothing" : count}</span>
      {href === allClaims ? null : (
        <Link href={allClaims} className="ml-auto shrink-0 text-sm">
          All claims
        </Link>
      )}
    </>
  );
}

type RowProps = { claim: ClaimRowDto; isCurrent: boolean; query: string; now?: string };

function QueueRow({ claim, isCurrent, query, now }: RowProps) {
  return (
    <li className="border-b">
      <Link
        href={places.claimIn(claim.id, query)}
        prefetch={false}
        data-row=""
        aria-current={isCurrent ? "true" : undefined}
        className="block border-l-3 border-transparent py-2.5 pr-3.5 pl-[.6875rem] text-ink no-underline hover:bg-panel aria-[current]:border-ink aria-[current]:bg-panel"
      >
        <span dir="auto" className="line-clamp-2 wrap-anywhere">
          {claim.text}
        </span>
        <span className="mt-0.5 block text-sm wrap-anywhere text-ink-3">
          <FactLine
            facts={[
              ...queueFacts(claim, now),
              claim.deadlineAt ? (
                <span key="due" className={isLate(claim, now) ? "font-semibold text-warn" : undefined}>
                  {isLate(claim, now) ? "overdue since " : "due "}
                  <TimeAgo at={claim.deadlineAt} now={now} />
                </span>
              ) : null,
            ]}
          />
        </span>
        {claim.publicState ? (
          <PublicStateLine claimId={claim.id} state={claim.publicState} now={now} isPlain />
        ) : null}
      </Link>
    </li>
  );
}
