import { notFound } from "next/navigation";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { Notice } from "@/components/ui/notice";
import { VersionToWithhold } from "@/components/verdicts/version-to-withhold";
import { can } from "@/lib/access/can";
import { versionsToWithhold } from "@/lib/publications/withholdings.server";
import { openClaimPage, type ClaimPageProps } from "../../open-claim-page";
import { withhold } from "../../verdict-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Withhold a version" };

export default async function WithholdingPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const { viewer, claim } = await openClaimPage(id);
  if (!can(viewer, "version.withhold") || !claim.publication) notFound();
  const versions = await versionsToWithhold(id);
  const { role } = viewer;
  return (
    <DeskPage title="Withhold a version from readers" lead={<ClaimLead id={id} text={claim.text} />}>
      <Notice
        title="Once withheld, it stays withheld"
        tone="warning"
        safe="The desk keeps the record and can read it, and anyone can still check its hash."
      >
        For a court order, or where the text puts somebody in danger. It takes an editor and an admin: one
        asks, the other confirms. Readers will then see number, hash, date and reason only.{" "}
        {versions.length === 1
          ? "This is the only version: once it is withheld, only the word that it is withheld stands at the verdict’s address. To keep a verdict there, first publish a corrected version without the passage."
          : "Withhold the versions before the current one, which has to be without the passage: once that is withheld too, only the word that it is withheld stands at the verdict’s address."}
      </Notice>
      {versions.map((version) => (
        <VersionToWithhold
          key={version.version}
          claimId={id}
          version={version}
          isCurrent={version.version === versions[0]?.version}
          viewer={{ id: viewer.id, role }}
          action={withhold}
        />
      ))}
    </DeskPage>
  );
}
