import { notFound } from "next/navigation";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { AbandonForm } from "@/components/verdicts/abandon-form";
import { CorrectionNext } from "@/components/verdicts/correction-next";
import { CorrectionForm } from "@/components/verdicts/correction-form";
import { openClaimPage, type ClaimPageWithQuery } from "../../open-claim-page";
import { templatesHere } from "../../templates-here";
import { abandonCorrection, changeCorrection, openCorrection } from "../../correction-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Correction" };

export default async function CorrectionPage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim } = opened;
  const { publication, correction } = claim;
  if (!publication || (claim.state !== "published" && !correction)) notFound();
  const templates = await templatesHere(opened, ["correction"], places.correction(id), await searchParams);
  const lead = <ClaimLead id={id} text={claim.text} />;
  if (correction)
    return (
      <DeskPage title="The open correction" lead={lead}>
        <CorrectionNext claim={claim} version={publication.version} />
        <EditsCancel claim={claim} timeZone={current.settings.site.timeZone} viewerId={viewer.id}>
          <CorrectionForm
            claimId={id}
            version={publication.version}
            open={correction}
            action={changeCorrection}
            templates={templates}
          />
          <AbandonForm claimId={id} version={publication.version} action={abandonCorrection} />
        </EditsCancel>
      </DeskPage>
    );
  return (
    <DeskPage title="Open a correction" lead={lead}>
      <CorrectionForm
        claimId={id}
        version={publication.version}
        action={openCorrection}
        templates={templates}
      />
    </DeskPage>
  );
}
