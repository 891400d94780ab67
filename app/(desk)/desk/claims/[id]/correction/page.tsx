import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { CorrectionForm } from "@/components/verdicts/correction-form";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { openCorrection } from "../../verdict-actions";

export const metadata: Metadata = { title: "Open a correction" };

export default async function CorrectionPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { claim } = await openClaimPage(id);
  if (claim.state !== "published" || !claim.publication) notFound();
  return (
    <DeskPage title="Open a correction" lead={<Link href={places.claim(id)}>{claim.text}</Link>}>
      <CorrectionForm claimId={id} version={claim.publication.version} action={openCorrection} />
    </DeskPage>
  );
}
