import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { NoticeForm } from "@/components/verdicts/notice-form";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { signNotice } from "../../verdict-actions";

export const metadata: Metadata = { title: "Sign a notice" };

export default async function NoticePage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { viewer, claim } = await openClaimPage(id);
  if (viewer.role !== "editor" || !claim.publication || claim.state === "retracted") notFound();
  return (
    <DeskPage title="Sign a notice" lead={<Link href={places.claim(id)}>{claim.text}</Link>}>
      <NoticeForm claimId={id} action={signNotice} asksPassword />
    </DeskPage>
  );
}
