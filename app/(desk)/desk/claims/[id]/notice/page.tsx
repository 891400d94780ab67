import { notFound } from "next/navigation";
import { ClaimLead } from "@/components/claims/claim-lead";
import { places } from "@/components/layout/places";
import { NoticeFrame } from "@/components/notices/notice-frame";
import { NoticeForm } from "@/components/verdicts/notice-form";
import { noticeKindsBeside } from "@/lib/notices/queries";
import { shownNotice } from "@/lib/notices/shown-notice.server";
import { ActedOn } from "@/components/verdicts/acted-on";
import { PreviewBeside } from "@/components/verdicts/preview-beside";
import { signedFinding } from "@/lib/publications/signed-finding.server";
import { withheldVersionsOf } from "@/lib/publications/withholdings.server";
import { openClaimPage, type ClaimPageWithQuery } from "../../open-claim-page";
import { templatesHere } from "../../templates-here";
import { one } from "../../../read-queue";
import { signNotice } from "../../verdict-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Sign a notice" };

export default async function NoticePage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim } = opened;
  if (viewer.role !== "editor" || !claim.publication || claim.state === "retracted") notFound();
  const query = await searchParams;
  const written = one(query, "shown") ? await shownNotice(viewer, id) : null;
  const { version } = claim.publication;
  const [templates, kinds, signed, withheld] = await Promise.all([
    templatesHere(opened, ["notice"], places.notice(id, written !== null), query),
    noticeKindsBeside(claim.id),
    signedFinding(claim.id),
    withheldVersionsOf(claim.id),
  ]);
  return (
    <PreviewBeside
      title="Sign a notice"
      lead={<ClaimLead id={id} text={claim.text} />}
      goOn="Go on to the notice"
      preview={
        <NoticeFrame
          claimId={id}
          version={version}
          isWithheld={withheld.includes(version)}
          written={written}
        />
      }
    >
      {signed ? (
        <ActedOn slug={claim.publication.slug} signed={signed} ratings={current.settings.ratings} />
      ) : null}
      <NoticeForm
        claimId={id}
        besideVersion={version}
        action={signNotice}
        kinds={kinds}
        written={written}
        templates={templates}
      />
    </PreviewBeside>
  );
}
