import { ClaimForm } from "@/components/claims/claim-form";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { ClaimNowProvider } from "@/components/live/claim-now-context";
import { WritingNote } from "@/components/live/writing-note";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { offeredTopics } from "@/lib/topics/queries";
import { editClaim } from "../../actions";
import { claimTitle } from "../../claim-title";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";

export const generateMetadata = claimTitle("Edit the claim");

export default async function EditClaimPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { viewer, claim, current } = await openClaimPage(id);
  return (
    <DeskPage
      title="Edit the claim"
      lead={
        <>
          <ClaimLead id={id} text={claim.text} />
          <p className="mt-1">If you change the wording, each review has to be given again.</p>
        </>
      }
    >
      <EditsCancel claim={claim} timeZone={current.settings.site.timeZone} viewerId={viewer.id}>
        <ClaimNowProvider claimId={id}>
          <ClaimForm
            action={editClaim}
            edits={{ id, version: claim.version }}
            values={claim}
            topics={await offeredTopics(viewer)}
            writing={<WritingNote kind="claim" id={id} viewerId={viewer.id} />}
          />
        </ClaimNowProvider>
      </EditsCancel>
    </DeskPage>
  );
}
