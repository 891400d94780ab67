import type { Metadata } from "next";
import Link from "next/link";
import { ClaimHistory } from "@/components/claims/claim-history";
import { ComparedSince } from "@/components/claims/compared-since";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { isBlind } from "@/lib/reviews/blindness";
import { cleanText } from "@/lib/core/text-input";
import { changesBetween } from "@/lib/log/changes-since.server";
import { claimHistory } from "@/lib/log/claim-history.server";
import { one, type SearchParams } from "../../../read-queue";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({
  params,
  searchParams,
}: ClaimPageProps & { searchParams: Promise<SearchParams> }) {
  const { id } = await params;
  const { viewer, current, claim, now } = await openClaimPage(id);
  const query = await searchParams;
  const blind = isBlind(viewer, current.dossier);
  const after = one(query, "after");
  const [{ entries, nextCursor }, compared] = await Promise.all([
    claimHistory(id, { before: one(query, "before"), isBlind: blind }),
    after ? changesBetween(id, { after: cleanText(after), until: null }, blind) : null,
  ]);
  return (
    <DeskPage title="History" lead={<Link href={places.claim(id)}>{claim.text}</Link>}>
      {compared ? <ComparedSince claimId={id} compared={compared} now={now.toISOString()} /> : null}
      <ClaimHistory
        claimId={id}
        entries={entries}
        nextHref={nextCursor && `${places.history(id)}?before=${encodeURIComponent(nextCursor)}`}
        now={now.toISOString()}
      />
    </DeskPage>
  );
}
