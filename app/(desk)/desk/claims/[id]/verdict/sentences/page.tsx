import Link from "next/link";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { ChangedStrip } from "@/components/live/changed-strip";
import { ClaimNowProvider } from "@/components/live/claim-now-context";
import { WhoIsHere } from "@/components/live/who-is-here";
import { WritingNote } from "@/components/live/writing-note";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { EmptyState } from "@/components/ui/empty-state";
import { citedEvidence } from "@/components/verdicts/cited-evidence";
import { DraftCheckView } from "@/components/verdicts/draft-check-view";
import { cleanText } from "@/lib/core/text-input";
import { isOpenState } from "@/lib/claims/vocabulary";
import { logReach } from "@/lib/log/seen-marks.server";
import { draftCheck, type DraftCheck } from "@/lib/verdicts/draft-check";
import { claimTitle } from "../../../claim-title";
import { one } from "../../../../read-queue";
import { linksOf, openClaimPage, type ClaimPageWithQuery } from "../../../open-claim-page";
import { coverSentence } from "../../../verdict-actions";

export const generateMetadata = claimTitle("Draft, sentence by sentence");

export default async function DraftSentencesPage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const at = one(await searchParams, "at") ?? null;
  const reach = await logReach(cleanText(id));
  const opened = await openClaimPage(id);
  const { viewer, claim, current } = opened;
  const links = linksOf(opened);
  const lead = <ClaimLead id={id} text={claim.text} />;
  const isHidden = "hidden" in claim.verdict && claim.verdict.version > 0;
  const check = isHidden ? null : draftCheck(current.dossier);
  return (
    <DeskPage
      title="The draft, sentence by sentence"
      lead={lead}
      wide
      actions={
        links.verdict ? (
          <Link href={links.verdict} className="button">
            Write the verdict
          </Link>
        ) : null
      }
    >
      {!check && claim.state === "declined" ? (
        <EmptyState title="The draft is hidden from whoever gave no review">
          <Link href={places.claim(id)}>Back to the claim</Link>
        </EmptyState>
      ) : !check ? (
        <EmptyState title="The draft is hidden until you have given your own mark">
          <Link href={`${places.claim(id)}#review`}>Review the claim</Link>
        </EmptyState>
      ) : check.counts.all === 0 ? (
        <EmptyState title={isOpenState(claim.state) ? "Nothing is written yet" : "Nothing was written"}>
          <Link href={links.verdict ?? places.claim(id)}>
            {links.verdict ? "Write the verdict" : "Back to the claim"}
          </Link>
        </EmptyState>
      ) : (
        <ClaimNowProvider claimId={id}>
          <p className="mb-3 text-sm text-ink-3">
            <WhoIsHere />
          </p>
          <ChangedStrip shownTo={reach.entryId} />
          <EditsCancel claim={claim} timeZone={current.settings.site.timeZone} viewerId={viewer.id}>
            <DraftCheckView
              claimId={id}
              check={check}
              evidence={citedEvidence(claim.evidence, citedIn(check))}
              at={at}
              {...(links.verdict ? { cover: coverSentence } : {})}
              writing={<WritingNote kind="verdict" id={id} viewerId={viewer.id} />}
            />
          </EditsCancel>
        </ClaimNowProvider>
      )}
    </DeskPage>
  );
}

function citedIn({ sentences }: DraftCheck): Set<string> {
  return new Set(sentences.flatMap(({ cover }) => (cover.kind === "evidence" ? cover.evidenceIds : [])));
}
