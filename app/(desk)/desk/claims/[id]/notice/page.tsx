import { notFound } from "next/navigation";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { NoticeForm } from "@/components/verdicts/notice-form";
import { noticeKindsBeside } from "@/lib/notices/queries";
import { ActedOn } from "@/components/verdicts/acted-on";
import { signedFinding } from "@/lib/publications/signed-finding.server";
import { openClaimPage, type ClaimPageWithQuery } from "../../open-claim-page";
import { templatesHere } from "../../templates-here";
import { signNotice } from "../../verdict-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Sign a notice" };

export default async function NoticePage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim } = opened;
  if (viewer.role !== "editor" || !claim.publication || claim.state === "retracted") notFound();
  const [templates, kinds, signed] = await Promise.all([
    templatesHere(opened, ["notice"], places.notice(id), await searchParams),
    noticeKindsBeside(claim.id),
    signedFinding(claim.id),
  ]);
  return (
    <DeskPage title="Sign a notice" lead={<ClaimLead id={id} text={claim.text} />}>
      {signed ? (
        <ActedOn slug={claim.publication.slug} signed={signed} ratings={current.settings.ratings} />
      ) : null}
      <NoticeForm
        claimId={id}
        besideVersion={claim.publication.version}
        action={signNotice}
        kinds={kinds}
        asksPassword
        templates={templates}
      />
    </DeskPage>
  );
}
