import { ClaimHistory } from "@/components/claims/claim-history";
import { ClaimLead } from "@/components/claims/claim-lead";
import { CompareMoments } from "@/components/claims/compare-moments";
import { ComparedSince } from "@/components/claims/compared-since";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { isBlind } from "@/lib/reviews/blindness";
import { cleanText } from "@/lib/core/text-input";
import { changesBetween } from "@/lib/log/changes-since.server";
import { claimHistory } from "@/lib/log/claim-history.server";
import { momentsOf } from "@/lib/log/moments.server";
import { one, type SearchParams } from "../../../read-queue";
import { claimTitle } from "../../claim-title";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";

export const generateMetadata = claimTitle("History");

export default async function HistoryPage({
  params,
  searchParams,
}: ClaimPageProps & { searchParams: Promise<SearchParams> }) {
  const { id } = await params;
  const { viewer, current, claim, now } = await openClaimPage(id);
  const query = await searchParams;
  const blind = isBlind(viewer, current.dossier);
  const after = one(query, "after");
  const until = one(query, "until");
  const [{ entries, nextCursor }, compared, moments] = await Promise.all([
    claimHistory(viewer, id, { before: one(query, "before"), isBlind: blind }),
    after
      ? changesBetween(viewer, id, { after: cleanText(after), until: until ? cleanText(until) : null }, blind)
      : null,
    momentsOf(viewer, id),
  ]);
  return (
    <DeskPage title="History" lead={<ClaimLead id={id} text={claim.text} />}>
      <CompareMoments claimId={id} moments={moments} after={after} until={until} now={now.toISOString()} />
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
