import Link from "next/link";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { ClaimNowProvider } from "@/components/live/claim-now-context";
import { WhoIsHere } from "@/components/live/who-is-here";
import { WritingNote } from "@/components/live/writing-note";
import { EditsCancel } from "@/components/schedules/edits-cancel";
import { EmptyState } from "@/components/ui/empty-state";
import { EvidenceBeside } from "@/components/verdicts/evidence-beside";
import { FirstFindingsForm } from "@/components/verdicts/first-findings-form";
import { VerdictEditor } from "@/components/verdicts/verdict-editor";
import type { ClaimDto } from "@/lib/claims/dto";
import { blankVerdict } from "@/lib/verdicts/blank-verdict";
import { claimTitle } from "../../claim-title";
import { openClaimPage, type ClaimPageWithQuery } from "../../open-claim-page";
import { templatesHere } from "../../templates-here";
import { autosaveVerdict, saveVerdict, setFirstFindings } from "../../verdict-actions";

export const generateMetadata = claimTitle("Write the verdict");

export default async function VerdictPage({ params, searchParams }: ClaimPageWithQuery) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim } = opened;
  const templates = await templatesHere(opened, ["write-up"], places.verdict(id), await searchParams);
  const lead = <ClaimLead id={id} text={claim.text} />;
  const reason = whyNot(claim);
  const verdict =
    "hidden" in claim.verdict ? { ...blankVerdict, version: claim.verdict.version } : claim.verdict;
  return (
    <DeskPage
      title="Write the verdict"
      lead={lead}
      wide
      actions={
        reason ? null : (
          <Link href={places.draftSentences(id)} className="button">
            Check it sentence by sentence
          </Link>
        )
      }
    >
      {reason ? (
        <EmptyState title={reason.title}>
          <Link href={reason.href}>{reason.what}</Link>
        </EmptyState>
      ) : (
        <ClaimNowProvider claimId={id}>
          <p className="mb-3 text-sm text-ink-3">
            <WhoIsHere />
          </p>
          <EditsCancel
            claim={claim}
            timeZone={current.settings.site.timeZone}
            viewerId={viewer.id}
            savesByHand
          >
            <div className="grid gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,1fr)_24rem]">
              <div className="grid content-start gap-8">
                <VerdictEditor
                  claimId={id}
                  verdict={verdict}
                  ratings={current.settings.ratings}
                  citable={claim.evidence.map((item, index) => ({
                    id: item.id,
                    number: index + 1,
                    words: "exact" in item.quote ? item.quote.exact : item.quote.description,
                  }))}
                  save={saveVerdict}
                  writing={<WritingNote kind="verdict" id={id} viewerId={viewer.id} />}
                  {...(claim.state === "ready" ? {} : { autosave: autosaveVerdict })}
                  templates={templates}
                />
                <FirstFindingsForm
                  claim={claim}
                  rating={verdict.rating}
                  ratings={current.settings.ratings}
                  action={setFirstFindings}
                />
              </div>
              <EvidenceBeside evidence={claim.evidence} />
            </div>
          </EditsCancel>
        </ClaimNowProvider>
      )}
    </DeskPage>
  );
}

function whyNot(claim: ClaimDto): { title: string; what: string; href: string } | null {
  if ("hidden" in claim.verdict && claim.verdict.version > 0)
    return {
      title: "The draft is hidden until you have given your own mark",
      what: "Review the claim",
      href: `${places.claim(claim.id)}#review`,
    };
  if (claim.state === "published")
    return {
      title: "This verdict is published",
      what: "Open a correction",
      href: places.correction(claim.id),
    };
  if (claim.state === "declined" || claim.state === "retracted")
    return { title: `This claim is ${claim.state}`, what: "Back to the claim", href: places.claim(claim.id) };
  return null;
}
