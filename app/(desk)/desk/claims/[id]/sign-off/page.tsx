import { notFound } from "next/navigation";
import { places } from "@/components/layout/places";
import { SilenceNote } from "@/components/replies/silence-note";
import { ScheduleForms } from "@/components/schedules/schedule-forms";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { SignOffPageView } from "@/components/verdicts/sign-off-page-view";
import { gateDto } from "@/lib/claims/queries";
import { sayInZone } from "@/lib/core/zoned-time";
import { claimReviewWarnings } from "@/lib/publications/claim-review";
import { changesSinceLast, touchesOf } from "@/lib/verdicts/sign-off-facts.server";
import { linksOf, openClaimPage, type ClaimPageProps, type OpenedClaim } from "../../open-claim-page";
import { cancelScheduled, publishNow } from "../../schedule-actions";
import { signOff } from "../../verdict-actions";

// Not called after the claim: whoever may not be here is told nothing of it.
export const metadata = { title: "Sign off" };

export default async function SignOffPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const opened = await openClaimPage(id);
  const { viewer, current, claim, now } = opened;
  if (viewer.role !== "editor") notFound();
  const rating = current.settings.ratings.find(({ code }) => code === current.dossier.verdict.rating);
  const next = {
    version: (current.dossier.history.at(-1)?.version ?? 0) + 1,
    ratingLabel: rating?.label ?? null,
  };
  const [changes, touches] = await Promise.all([changesSinceLast(current), touchesOf(current)]);
  const isAuthor = current.dossier.authorIds.includes(viewer.id);
  const cannotSign = whyNot(opened, isAuthor);
  const gate = await gateDto(viewer, current, now);
  const mayBeOne = isAuthor && current.settings.gate.onePersonDesk;
  return (
    <SignOffPageView
      claimId={id}
      gate={mayBeOne ? { ...gate, issues: gate.issues.filter(({ code }) => code !== "four-eyes") } : gate}
      links={linksOf(opened)}
      next={next}
      changes={changes}
      touches={touches}
      legalReads={claim.legalReads}
      markupWarnings={claimReviewWarnings(
        current.record,
        current.settings.ratings.map(({ label }) => label),
      )}
      notes={<SilenceNote replies={claim.replies} claimHref={places.claim(id)} />}
      cannotSign={cannotSign}
      asksSelfSignedReason={mayBeOne}
      waiting={waitingForms(opened, next)}
      {...(cannotSign === null && claim.state === "ready" ? { signOff } : {})}
    >
      <ReaderPreview src={`/preview/claims/${encodeURIComponent(id)}`} />
    </SignOffPageView>
  );
}

/** What an editor can do with what waits for its time. */
function waitingForms({ viewer, claim }: OpenedClaim, next: { version: number; ratingLabel: string | null }) {
  const { scheduled } = claim;
  if (!scheduled) return null;
  return (
    <ScheduleForms
      claimId={claim.id}
      {...next}
      cancel={cancelScheduled}
      publishNow={scheduled.signedBy.id === viewer.id ? publishNow : undefined}
      signer={scheduled.signedBy.name}
    />
  );
}

function whyNot({ claim, current }: OpenedClaim, isAuthor: boolean): { title: string; what: string } | null {
  if (claim.scheduled)
    return {
      title: `It will be published on ${sayInZone(current.settings.site.timeZone, new Date(claim.scheduled.publishAt))}`,
      what: `${claim.scheduled.signedBy.name} signed it. Any change to what would be published cancels that.`,
    };
  if (claim.state === "published")
    return {
      title: `Version ${claim.publication?.version ?? ""} is published`,
      what: "To change it, open a correction.",
    };
  if (claim.state !== "ready")
    return {
      title: "It is not ready to be signed",
      what: "When nothing above is missing, whoever works on it calls it ready; then an editor can sign.",
    };
  if (isAuthor && !current.settings.gate.onePersonDesk)
    return { title: "You wrote part of it", what: "Everything is saved. Another editor has to sign." };
  return null;
}
