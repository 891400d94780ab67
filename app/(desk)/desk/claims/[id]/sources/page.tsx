import Link from "next/link";
import { articleInSentence } from "@/components/articles/attribution-words";
import { AttributionsPanel } from "@/components/articles/attributions-panel";
import { CarriedLine } from "@/components/claims/carried-line";
import { ClaimLead } from "@/components/claims/claim-lead";
import { SourcesPicture } from "@/components/claims/sources-picture";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { can } from "@/lib/access/can";
import { claimsLeaningOn } from "@/lib/attributions/claims-leaning.server";
import { listAttributions } from "@/lib/attributions/queries";
import { placesInTexts } from "@/lib/attributions/rule-places.server";
import { buildDeskRoute } from "@/lib/attributions/route-words";
import { waitingOnSources } from "@/lib/attributions/waiting-on-sources.server";
import { dossierSeenBy } from "@/lib/claims/dossier-seen.server";
import { isOpenState } from "@/lib/claims/vocabulary";
import { isBlind } from "@/lib/reviews/blindness";
import { cancelsWordsById } from "@/lib/schedules/cancels-words";
import {
  addAttribution,
  attestOrigin,
  decideAttribution,
  noteInterests,
} from "../../../articles/attribution-actions";
import { claimTitle } from "../../claim-title";
import { carriedOf, openClaimPage, type ClaimPageProps } from "../../open-claim-page";

export const generateMetadata = claimTitle("Where this comes from");

export default async function SourcesPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim } = opened;
  const dossier = await dossierSeenBy(viewer, current.dossier);
  // The picture is of the side the rating rests on, which is blind for whoever has not reviewed yet.
  const blank = { ...dossier, verdict: { ...dossier.verdict, rating: null } };
  const route = buildDeskRoute(isBlind(viewer, dossier) ? blank : dossier, current.settings.ratings);
  const articleIds = [...new Set(dossier.evidence.map(({ articleId }) => articleId))];
  const panels = await Promise.all(
    articleIds.map(async (articleId) => ({
      articleId,
      attributions: await listAttributions(viewer, articleId),
    })),
  );
  const read = await placesInTexts(viewer, panels);
  const { timeZone } = current.settings.site;
  const waiting = await waitingOnSources(
    viewer,
    articleIds,
    panels.flatMap(({ attributions }) => attributions),
  );
  const cancels = cancelsWordsById(waiting, timeZone);
  const nameOf = (articleId: string) => {
    const article = dossier.articles.find((one) => one.id === articleId);
    return article ? articleInSentence(article) : "an article";
  };
  const isOpen = isOpenState(claim.state);
  // Without a claim in hand a decision is for all that rest on the article.
  const scope = isOpen
    ? { claimId: id }
    : {
        leaning: await claimsLeaningOn(
          viewer,
          panels.flatMap(({ attributions }) => attributions),
        ),
      };
  const actions = {
    decide: decideAttribution,
    add: addAttribution,
    interests: noteInterests,
    ...(can(viewer, "origin.attest") ? { attest: attestOrigin } : {}),
  };
  return (
    <DeskPage title="Where this comes from" lead={<ClaimLead id={id} text={claim.text} />} wide>
      <EditsCancel claim={claim} timeZone={timeZone} viewerId={viewer.id}>
        <SourcesPicture route={route} state={claim.state} />
        <div className="mt-3 empty:hidden">
          <CarriedLine claimId={id} carried={carriedOf(opened)} />
        </div>
        <div className="mt-6 grid gap-8 desk:grid-cols-2">
          {panels.map(({ articleId, attributions }) => (
            <div key={articleId} className="min-w-0">
              <Link href={places.article(articleId)} className="text-sm">
                Open {nameOf(articleId)}
              </Link>
              <AttributionsPanel
                articleId={articleId}
                about={nameOf(articleId)}
                attributions={attributions}
                articles={dossier.articles
                  .filter((one) => one.id !== articleId)
                  .map((one) => ({ id: one.id, name: nameOf(one.id) }))}
                read={read.get(articleId) ?? new Map()}
                textHref={places.article(articleId)}
                actions={actions}
                cancels={cancels}
                {...scope}
              />
            </div>
          ))}
        </div>
      </EditsCancel>
    </DeskPage>
  );
}
