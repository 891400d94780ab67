import type { Metadata } from "next";
import { ClaimForm } from "@/components/claims/claim-form";
import { DeskPage } from "@/components/layout/page";
import { offeredTopics } from "@/lib/topics/queries";
import { editClaim } from "../../actions";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";

export const metadata: Metadata = { title: "Edit the claim" };

export default async function EditClaimPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { viewer, claim } = await openClaimPage(id);
  return (
    <DeskPage
      title="Edit the claim"
      lead="Changing the wording outdates the reviews until they are given again."
    >
      <ClaimForm
        action={editClaim}
        edits={{ id, version: claim.version }}
        values={claim}
        topics={await offeredTopics(viewer)}
      />
    </DeskPage>
  );
}
