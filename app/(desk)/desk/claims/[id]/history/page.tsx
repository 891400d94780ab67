import type { Metadata } from "next";
import Link from "next/link";
import { ClaimHistory } from "@/components/claims/claim-history";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { isBlind } from "@/lib/reviews/blindness";
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
  const { entries, nextCursor } = await claimHistory(id, {
    before: one(await searchParams, "before"),
    isBlind: isBlind(viewer, current.dossier),
  });
  return (
    <DeskPage title="History" lead={<Link href={places.claim(id)}>{claim.text}</Link>}>
      <ClaimHistory
        claimId={id}
        entries={entries}
        nextHref={nextCursor && `${places.history(id)}?before=${encodeURIComponent(nextCursor)}`}
        now={now.toISOString()}
      />
    </DeskPage>
  );
}
