import type { Metadata } from "next";
import Link from "next/link";
import { filterWords } from "@/components/claims/filter-words";
import { QueueFilter } from "@/components/claims/queue-filter";
import { QueueTable } from "@/components/claims/queue-table";
import { VerdictNeeds } from "@/components/claims/verdict-needs";
import { ViewForms } from "@/components/claims/view-forms";
import { FirstSteps } from "@/components/settings/first-steps";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { Tabs } from "@/components/ui/tabs";
import { mostInAddress } from "@/lib/claims/queue-query";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import { loadSettings } from "@/lib/settings/settings.server";
import { countInWords } from "@/lib/views/view";
import { openQueue } from "./open-queue";
import { one, queueHref, type SearchParams } from "./read-queue";
import { removeView, saveView } from "./view-actions";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const params = await searchParams;
  const now = new Date();
  const queue = await openQueue(viewer, params, now);
  const { filters, query, page, current, count, countLimit } = queue;
  const mayInvite = can(viewer, "people.manage");
  const isForTwo = queue.holdsNone && !(await loadSettings()).gate.onePersonDesk;
  return (
    <DeskPage title="Queue" wide actions={<Begin />}>
      <Tabs
        label="Which claims"
        className="mb-3"
        tabs={queue.tabs}
        elsewhere={filterWords(filters, queue.people, queue.article) || "All claims"}
      />
      <div className="mb-3 flex flex-wrap items-baseline gap-x-6">
        <QueueFilter
          key={query}
          action={places.queue}
          filters={filters}
          people={queue.people}
          topics={queue.topics}
          articleName={queue.article}
          isOpen={queue.isFiltered}
        />
        {queue.holdsNone && !current.view ? null : (
          <ViewForms
            key={`${query} ${current.view?.id}`}
            query={query}
            {...current}
            save={saveView}
            remove={removeView}
          />
        )}
        <SavedFilters queue={queue} />
        {page.isFallback || (current.view && !current.isChanged) ? null : (
          <p className="text-ink-2">
            {count === 1 ? "1 claim" : `${countInWords(count, countLimit)} claims`}
          </p>
        )}
      </div>
      {queue.isViewGone ? (
        <p role="status" className="mb-3 max-w-2xl rounded-md border border-rule-strong px-3 py-1.5">
          The saved view of this address is not there any more: it was removed, or is no longer shared. What
          follows is what the address asks for without it.
        </p>
      ) : null}
      {queue.holdsNone && mayInvite ? <FirstSteps /> : null}
      {page.isFallback && !queue.holdsNone ? (
        <p className="mb-3 text-ink-2">Nothing waits for you. These are all claims, newest first.</p>
      ) : null}
      <QueueTable
        key={`list ${viewer.id} ${queue.shownQuery}`}
        claims={page.items}
        nextCursor={page.nextCursor}
        nextHref={page.nextCursor && queueHref(queue.shownFilters, page.nextCursor)}
        filters={queue.shownFilters}
        query={queue.shownQuery}
        account={viewer.id}
        total={count > countLimit || page.isFallback ? null : count}
        waited={current.view?.id === "needs-me" && !current.isChanged ? count : null}
        at={one(params, "at") ?? null}
        selected={one(params, "sel")?.split(".").slice(0, mostInAddress) ?? []}
        people={queue.people}
        empty={whyEmpty(queue)}
        beginning={isForTwo ? <VerdictNeeds missing={queue.missing} mayInvite={mayInvite} /> : null}
        now={now.toISOString()}
      />
    </DeskPage>
  );
}

/** What a saved view is filtered by: the fields that say it are folded. */
function SavedFilters({
  queue: { current, filters, people, article },
}: {
  queue: Awaited<ReturnType<typeof openQueue>>;
}) {
  if (!current.view || current.view.kind === "built-in" || current.isChanged) return null;
  const words = filterWords(filters, people, article);
  return words ? <p className="min-w-0 text-ink-2 wrap-anywhere">{words}</p> : null;
}

/** A view may be empty while the desk is not: only where all claims are asked for are there none. */
function whyEmpty({ holdsNone, isFiltered, filters, current }: Awaited<ReturnType<typeof openQueue>>) {
  if (holdsNone) return "none";
  if (isFiltered) return "filtered";
  if (filters.needs === "me") return "needs-me";
  return current.view && current.view.query !== "needs=all" ? "view" : "none";
}

function Begin() {
  return (
    <>
      <Link href={places.addArticle} className="button">
        Add an article
      </Link>
      <Link href={places.newClaim} className="button">
        New claim
      </Link>
      <Link href={places.importSheet} className="button">
        Import a sheet
      </Link>
    </>
  );
}
