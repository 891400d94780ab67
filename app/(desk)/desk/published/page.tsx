import { en } from "@/lib/words/en";
import type { Metadata } from "next";
import Link from "next/link";
import { ClaimName } from "@/components/claims/claim-name";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { FactLine } from "@/components/ui/fact-line";
import { PaginationNext } from "@/components/ui/pagination-next";
import { peopleDate } from "@/components/reader/dates";
import { PublicStateLine } from "@/components/verdicts/public-state-line";
import { RatingTag } from "@/components/verdicts/rating-tag";
import { can } from "@/lib/access/can";
import { hiddenFrom } from "@/lib/access/sight.server";
import { requireViewer } from "@/lib/access/viewer.server";
import { shownTo } from "@/lib/publications/desk-state";
import { deskStatesOf } from "@/lib/publications/desk-states.server";
import { listPublished } from "@/lib/publications/list-published.server";
import { loadSettings } from "@/lib/settings/settings.server";
import { one, type SearchParams } from "../read-queue";

export const metadata: Metadata = { title: "Published" };

export default async function PublishedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  const [{ items, nextCursor }, { ratings }] = await Promise.all([
    listPublished(one(await searchParams, "cursor")),
    loadSettings(),
  ]);
  const ids = items.map(({ claimId }) => claimId);
  const [hidden, states] = await Promise.all([hiddenFrom(viewer, ids), deskStatesOf(ids)]);
  const now = new Date().toISOString();
  const stateOf = (claimId: string) => {
    const state = states.get(claimId);
    const may = { seesClaim: !hidden.has(claimId), mayWithhold: can(viewer, "version.withhold") };
    return state ? <PublicStateLine claimId={claimId} state={shownTo(state, may)} now={now} /> : null;
  };
  return (
    <DeskPage
      title="Published"
      lead="What readers see now, newest first. What was retracted stays listed: readers see that it was, and why."
      wide
    >
      {items.length === 0 ? (
        <EmptyState title="Nothing is published yet">
          A claim that is <Link href={`${places.queue}?needs=editor`}>ready for an editor</Link> is signed off
          by an editor who wrote none of it.
        </EmptyState>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.slug} className="grid gap-x-6 border-t py-3 tabs:grid-cols-[12.5rem_minmax(0,1fr)]">
              <p>
                {item.kind === "retraction" ? (
                  <span className="font-semibold tabs:pl-5">Retracted</span>
                ) : item.rating ? (
                  <RatingTag code={item.rating} ratings={ratings} signedAs={item.ratingLabel} />
                ) : null}
              </p>
              <div className="min-w-0">
                <ClaimName
                  id={item.claimId}
                  text={item.claimText}
                  finding={item.finding}
                  {...(hidden.has(item.claimId) ? { href: places.publication(item.slug) } : {})}
                />
                <p className="text-sm text-ink-3">
                  <FactLine
                    facts={[
                      item.kind === "retraction" ? "retracted" : `version ${item.version}`,
                      <time key="when" dateTime={item.publishedAt}>
                        {peopleDate(item.publishedAt, en)}
                      </time>,
                      <a key="page" href={places.publication(item.slug)}>
                        {item.kind === "retraction" ? "what readers see in its place" : "as readers see it"}
                      </a>,
                    ]}
                  />
                </p>
                {stateOf(item.claimId)}
              </div>
            </li>
          ))}
        </ul>
      )}
      <PaginationNext href={nextCursor && `${places.published}?cursor=${encodeURIComponent(nextCursor)}`} />
    </DeskPage>
  );
}
