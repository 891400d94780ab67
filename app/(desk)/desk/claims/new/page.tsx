import type { Metadata } from "next";
import Link from "next/link";
import { ClaimForm } from "@/components/claims/claim-form";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { requireViewer } from "@/lib/access/viewer.server";
import { offeredTopics } from "@/lib/topics/queries";
import { createClaim } from "../actions";

export const metadata: Metadata = { title: "New claim" };

export default async function NewClaimPage() {
  const viewer = await requireViewer();
  return (
    <DeskPage
      title="New claim"
      lead={
        <>
          Write what you will check in your own words, and apart from it the words as they were published. A
          whole list of claims can be <Link href={places.importSheet}>imported from a sheet</Link>.
        </>
      }
    >
      <ClaimForm action={createClaim} topics={await offeredTopics(viewer)} />
    </DeskPage>
  );
}
