"use client";

import Link from "next/link";
import { memo, type ReactNode, type RefCallback } from "react";
import type { ClaimRowDto } from "@/lib/claims/dto";
import type { QueueFilters } from "@/lib/claims/queue-query";
import { shortName } from "@/lib/core/short-name";
import { places } from "@/components/layout/places";
import { FactLine } from "@/components/ui/fact-line";
import { useNewsroomZone } from "@/components/ui/newsroom-zone";
import { TimeAgo } from "@/components/ui/time-ago";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import { importanceWords, stateInWords } from "@/lib/claims/vocabulary-words";
import { ageWords, isLate, reachWords } from "./claim-words";
import { queueFacts, standsFact, withWords } from "./queue-facts";
import { folded } from "./queue-head";

export type RowHandlers = {
  onHand: (id: string) => void;
  onToggle: (id: string, isOn: boolean, isRange: boolean) => void;
};

type Props = RowHandlers & {
  claim: ClaimRowDto;
  index: number;
  query: string;
  now: string;
  /** The order of the list, and the names of the columns that are there. */
  sort: QueueFilters["sort"];
  shown: string;
  isInHand: boolean;
  isSelected: boolean;
  /** Before scripts there is nothing to select with, and every row can be reached with Tab. */
  isLive: boolean;
  measure?: RefCallback<HTMLTableRowElement> | undefined;
};

/** Its fill goes on to the left, and ends in a bar: in the dark the fill alone is hard to tell. */
const selectedRow = "bg-sunk [&>td:first-child]:shadow-[-0.375rem_0_0_var(--sunk),-0.5625rem_0_0_var(--ink)]";
/** Of this importance nothing is said where there is no column for it. */
const usual = 2;
const anyCell = "py-2.5 align-baseline text-ink-2 max-tabs:hidden";
const cell = `${anyCell} pr-3`;
const numberCell = `${anyCell} pr-4 text-right`;

/** One claim of the queue. It is drawn again only when something of it changed. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { claim, index, query, now, sort, shown, isInHand, isSelected, isLive, onHand, measure } = props;
  const dueAt = claim.deadlineAt ? <TimeAgo at={claim.deadlineAt} now={now} /> : null;
  const tabIndex = isLive && !isInHand ? -1 : undefined;
  const zone = useNewsroomZone();
  const isOverdue = isLate(claim, now);
  const reach = claim.reach === null ? null : `reach ${reachWords(claim.reach)}`;
  const weight =
    claim.importance === usual ? null : `${importanceWords[claim.importance]?.toLowerCase()} importance`;
  const due = dueAt ? (
    <span className={isOverdue ? "font-semibold text-warn" : undefined}>
      {isOverdue ? "overdue since " : "due "}
      {dueAt}
    </span>
  ) : null;
  const told = [standsFact(claim.publicState), ...claim.topics, sort === "reach" ? null : reach];
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={`border-t ${isSelected ? selectedRow : "hover:bg-panel"}`}
    >
      <td className="pt-2.5 pr-1 align-top">{isLive ? <Tick {...props} tabIndex={tabIndex} /> : null}</td>
      <th scope="row" className="min-w-0 pr-4 text-start align-baseline font-medium">
        <Link
          href={places.claimIn(claim.id, query)}
          prefetch={false}
          data-row={claim.id}
          tabIndex={tabIndex}
          onFocus={() => onHand(claim.id)}
          className={`block pt-2.5 text-ink no-underline tabs:flex tabs:flex-wrap tabs:items-baseline tabs:gap-x-3 hover:underline ${claim.isChanged || claim.similar ? "mb-2 pb-0.5" : "pb-2.5"}`}
        >
          <span dir="auto" className="line-clamp-3 wrap-anywhere">
            {claim.text}
          </span>
          <Facts
            facts={[...queueFacts(claim, now), weight, ...claim.topics, reach, due]}
            className="tabs:hidden"
          />
          <Facts
            facts={told}
            className={`max-tabs:hidden ${due && sort !== "deadline" ? folded.column : ""}`}
          />
          {due && sort !== "deadline" ? (
            <Facts facts={[...told, due]} className={`max-tabs:hidden ${folded.line}`} />
          ) : null}
          {claim.publicState ? (
            <span className="tabs:basis-full">
              <PublicStateLine claimId={claim.id} state={claim.publicState} now={now} isPlain />
            </span>
          ) : null}
        </Link>
        {claim.isChanged ? (
          <p className="-mt-2 pb-2 text-sm font-medium text-ink-2">Changed since you looked</p>
        ) : null}
        {claim.similar ? <Similar similar={claim.similar} tabIndex={tabIndex} /> : null}
      </th>
      <td className={cell}>
        {stateInWords(claim)}
        {claim.publishAt ? (
          <span className="block text-sm text-ink-3">
            <TimeAgo at={claim.publishAt} now={now} />
          </span>
        ) : null}
      </td>
      <td className={cell}>{importanceWords[claim.importance] ?? claim.importance}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <time dateTime={claim.createdAt}>{ageWords(claim.createdAt, now, zone)}</time>
      </td>
      {shown.includes("Reach") ? (
        <td className={`${cell} whitespace-nowrap`}>
          {claim.reach === null ? null : (
            <span title={`About ${claim.reach.toLocaleString("en")} people`}>{reachWords(claim.reach)}</span>
          )}
        </td>
      ) : null}
      {shown.includes("Due") ? (
        <td
          className={`${cell} ${isOverdue ? "font-semibold text-warn" : ""} ${sort === "deadline" ? "" : folded.column}`}
        >
          <span className="whitespace-nowrap">{dueAt}</span>
          {isOverdue ? <span className="block text-sm">overdue</span> : null}
        </td>
      ) : null}
      <td className={numberCell}>{claim.evidenceCount}</td>
      <td className={numberCell}>{claim.reviewCount}</td>
      {shown.includes("With") ? <td className={cell}>{withWords(claim.assignee)}</td> : null}
    </tr>
  );
});

/** What is told below the claim; nothing where there is nothing to tell. */
function Facts({ facts, className }: { facts: ReactNode[]; className: string }) {
  if (facts.every((fact) => fact === null)) return null;
  return (
    <span className={`block text-sm font-normal wrap-anywhere text-ink-3 ${className}`}>
      <FactLine facts={facts} />
    </span>
  );
}

function Tick({ claim, isSelected, onToggle, tabIndex }: Props & { tabIndex: number | undefined }) {
  return (
    <input
      type="checkbox"
      checked={isSelected}
      tabIndex={tabIndex}
      aria-label={`Select: ${claim.text.slice(0, 200)}`}
      onChange={(event) =>
        onToggle(claim.id, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey === true)
      }
      className="mt-0.5 size-4 accent-ink"
    />
  );
}

/** A claim that shares most of the words: a person decides whether it is the same. */
function Similar({
  similar,
  tabIndex,
}: {
  similar: NonNullable<ClaimRowDto["similar"]>;
  tabIndex: number | undefined;
}) {
  return (
    <p className="-mt-2 pb-2 text-sm font-normal wrap-anywhere text-ink-3 desk:flex desk:gap-[0.25em]">
      <span className="shrink-0">Perhaps the same as</span>{" "}
      <Link
        href={places.claim(similar.id)}
        prefetch={false}
        tabIndex={tabIndex}
        title={similar.text}
        className="text-ink-2 desk:truncate"
      >
        {shortName(similar.text, 120)}
      </Link>{" "}
      <span className="shrink-0">({stateInWords(similar).toLowerCase()})</span>
    </p>
  );
}
