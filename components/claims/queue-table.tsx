import Link from "next/link";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { places } from "@/components/layout/places";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { importanceWords, stateWords } from "./claim-words";
import { QueueEmpty, queueFacts } from "./queue-list";

type Props = {
  claims: ClaimRowDto[];
  nextHref: string | null;
  /** Why there may be no rows. */
  empty: "filtered" | "needs-me" | "none";
  now?: string;
};

const headClass = "pr-4 pb-1 text-left text-sm font-normal text-ink-3 max-tabs:hidden";
const cellClass = "py-2.5 pr-4 align-baseline text-ink-2 max-tabs:hidden";

/** Claims where the list has the page to itself: a column for each fact, and one line of facts where it is narrow. */
export function QueueTable({ claims, nextHref, empty, now }: Props) {
  if (claims.length === 0) return <QueueEmpty why={empty} wide />;
  const hasDeadlines = claims.some(({ deadlineAt }) => deadlineAt !== null);
  const heads = ["State", "Importance", ...(hasDeadlines ? ["Due"] : []), "Evidence", "Reviews", "With"];
  return (
    <>
      <table className="w-full border-collapse">
        <thead className="max-tabs:sr-only">
          <tr>
            <th scope="col" className={headClass}>
              Claim
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className={headClass}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="border-b">
          {claims.map((claim) => (
            <QueueTableRow key={claim.id} claim={claim} hasDeadlines={hasDeadlines} now={now} />
          ))}
        </tbody>
      </table>
      <PaginationNext href={nextHref} />
    </>
  );
}

type RowProps = { claim: ClaimRowDto; hasDeadlines: boolean; now: string | undefined };

function QueueTableRow({ claim, hasDeadlines, now }: RowProps) {
  const due = claim.deadlineAt ? <TimeAgo at={claim.deadlineAt} {...(now ? { now } : {})} /> : null;
  return (
    <tr className="border-t hover:bg-panel">
      <th scope="row" className="text-left font-medium">
        <Link
          href={places.claim(claim.id)}
          className="block py-2.5 pr-4 text-ink no-underline hover:underline"
        >
          {claim.text}
          <span className="block text-sm font-normal text-ink-3 tabs:hidden">
            {queueFacts(claim)}
            {due ? <> · due {due}</> : null}
          </span>
        </Link>
      </th>
      <td className={`${cellClass} whitespace-nowrap`}>{stateWords[claim.state]}</td>
      <td className={cellClass}>{importanceWords[claim.importance] ?? claim.importance}</td>
      {hasDeadlines ? <td className={`${cellClass} whitespace-nowrap`}>{due}</td> : null}
      <td className={cellClass}>{claim.evidenceCount}</td>
      <td className={cellClass}>{claim.reviewCount}</td>
      <td className={cellClass}>{claim.assignee?.name ?? ""}</td>
    </tr>
  );
}
