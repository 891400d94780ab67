import type { Metadata } from "next";
import { ClaimForm } from "@/components/claims/claim-form";
import { DeskPage } from "@/components/layout/page";
import { requireViewer } from "@/lib/access/viewer.server";
import { createClaim } from "../actions";

export const metadata: Metadata = { title: "New claim" };

export default async function NewClaimPage() {
  await requireViewer();
  return (
    <DeskPage
      title="New claim"
      lead="Write what you will check in your own words, and apart from it the words as they were published."
    >
      <ClaimForm action={createClaim} />
    </DeskPage>
  );
}
