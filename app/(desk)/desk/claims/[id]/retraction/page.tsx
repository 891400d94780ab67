import { notFound } from "next/navigation";
import { ClaimLead } from "@/components/claims/claim-lead";
import { PreviewBeside } from "@/components/verdicts/preview-beside";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { RetractionForm } from "@/components/verdicts/retraction-form";
import { ActedOn } from "@/components/verdicts/acted-on";
import { signedFinding } from "@/lib/publications/signed-finding.server";
import { withheldVersionsOf } from "@/lib/publications/withholdings.server";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { retract } from "../../verdict-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Retract" };

export default async function RetractionPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { viewer, current, claim } = await openClaimPage(id);
  if (viewer.role !== "editor" || claim.state === "retracted" || !claim.publication) notFound();
  const [signed, withheld] = await Promise.all([signedFinding(claim.id), withheldVersionsOf(claim.id)]);
  return (
    <PreviewBeside
      title="Retract this verdict"
      lead={<ClaimLead id={id} text={claim.text} />}
      previewTitle="What readers will see in its place"
      goOn="Go on to retracting"
      preview={
        <ReaderPreview
          src={`/preview/claims/${encodeURIComponent(id)}/retraction`}
          shows={claim.publication.version}
        />
      }
    >
      {signed ? (
        <ActedOn slug={claim.publication.slug} signed={signed} ratings={current.settings.ratings} />
      ) : null}
      <RetractionForm claimId={id} version={claim.publication.version} withheld={withheld} action={retract} />
    </PreviewBeside>
  );
}
