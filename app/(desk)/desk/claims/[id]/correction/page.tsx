import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { AbandonForm } from "@/components/verdicts/abandon-form";
import { CorrectionForm } from "@/components/verdicts/correction-form";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { abandonCorrection, changeCorrection, openCorrection } from "../../correction-actions";

export const metadata: Metadata = { title: "Correction" };

export default async function CorrectionPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { claim } = await openClaimPage(id);
  const { publication, correction } = claim;
  if (!publication || (claim.state !== "published" && !correction)) notFound();
  const lead = <Link href={places.claim(id)}>{claim.text}</Link>;
  if (correction)
    return (
      <DeskPage title="The open correction" lead={lead}>
        <CorrectionForm
          claimId={id}
          version={publication.version}
          open={correction}
          action={changeCorrection}
        />
        <AbandonForm claimId={id} version={publication.version} action={abandonCorrection} />
      </DeskPage>
    );
  return (
    <DeskPage title="Open a correction" lead={lead}>
      <CorrectionForm claimId={id} version={publication.version} action={openCorrection} />
    </DeskPage>
  );
}
