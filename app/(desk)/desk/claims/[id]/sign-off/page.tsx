import Link from "next/link";
import { ClaimLead } from "@/components/claims/claim-lead";
import { DoubtNotes } from "@/components/claims/doubt-notes";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";
import { ChangedStrip } from "@/components/live/changed-strip";
import { ClaimNowProvider } from "@/components/live/claim-now-context";
import { WhoIsHere } from "@/components/live/who-is-here";
import { SilenceNote } from "@/components/replies/silence-note";
import { ScheduleForms } from "@/components/schedules/schedule-forms";
import { EmptyState } from "@/components/ui/empty-state";
import { ReaderPreview } from "@/components/verdicts/reader-preview";
import { SignOffPageView, type CannotSign } from "@/components/verdicts/sign-off-page-view";
import { decisiveDoubts } from "@/lib/attributions/decisive-doubts";
import type { GateDto } from "@/lib/claims/dto";
import { gateDto } from "@/lib/claims/queries";
import { cleanText } from "@/lib/core/text-input";
import { sayInZone } from "@/lib/core/zoned-time";
import { logReach } from "@/lib/log/seen-marks.server";
import { claimReviewWarnings } from "@/lib/publications/claim-review";
import { countSentences, draftSentences } from "@/lib/verdicts/draft-sentences";
import { changesSinceLast, touchesOf } from "@/lib/verdicts/sign-off-facts.server";
import {
  carriedOf,
  linksOf,
  openClaimPage,
  type ClaimPageProps,
  type OpenedClaim,
} from "../../open-claim-page";
import { cancelScheduled, publishNow } from "../../schedule-actions";
import { signOff } from "../../verdict-actions";

// Not called after the claim: what is signed is a revision of it.
export const metadata = { title: "Sign off" };

export default async function SignOffPage({ params }: ClaimPageProps) {
  const { id } = await params;
  const reach = await logReach(cleanText(id));
  const opened = await openClaimPage(id);
  const { viewer, current, claim, now } = opened;
  if (viewer.role !== "editor") return <EditorsOnly claim={claim} />;
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
    <ClaimNowProvider claimId={id}>
      <SignOffPageView
        claimId={id}
        claimText={claim.text}
        state={claim.state}
        carried={carriedOf(opened)}
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
        notes={
          <>
            <ToJudge claimId={id} count={countSentences(draftSentences(current.dossier)).toJudge} />
            <SilenceNote replies={claim.replies} claimHref={places.claim(id)} />
            <DoubtNotes doubts={decisiveDoubts(current.dossier)} claimHref={places.claim(id)} />
          </>
        }
        cannotSign={cannotSign}
        asksSelfSignedReason={mayBeOne}
        waiting={waitingForms(opened, next)}
        live={
          <>
            <p className="mt-1 text-sm text-ink-3">
              <WhoIsHere />
            </p>
            <ChangedStrip shownTo={reach.entryId} />
          </>
        }
        stillAsked={stillAsked(claim.replies, gate, now)}
        {...(cannotSign === null && claim.state === "ready" ? { signOff } : {})}
      >
        <ReaderPreview
          src={`/preview/claims/${encodeURIComponent(id)}`}
          shows={`${gate.revision.hash} ${claim.scheduled?.publishAt ?? ""}`}
        />
      </SignOffPageView>
    </ClaimNowProvider>
  );
}

/** Sentences of finding and points that no cited sentence says: the gate leaves them to whoever signs. */
function ToJudge({ claimId, count }: { claimId: string; count: number }) {
  if (count === 0) return null;
  return (
    <p className="mt-4">
      <Link href={places.draftSentences(claimId)}>
        {count === 1 ? "1 sentence to judge" : `${count} sentences to judge`}
      </Link>{" "}
      in the finding or the points: no sentence of the write-up that has a source says the same.
    </p>
  );
}

/** Whose deadline lies ahead and is an open line of the gate. */
function stillAsked(replies: OpenedClaim["claim"]["replies"], { issues }: GateDto, now: Date) {
  return replies.flatMap(({ id, asked, deadlineAt }) =>
    deadlineAt !== null &&
    Date.parse(deadlineAt) > now.getTime() &&
    issues.some(({ field }) => field === `replies.${id}`)
      ? [{ asked, deadlineAt }]
      : [],
  );
}

function EditorsOnly({ claim: { id, text } }: Pick<OpenedClaim, "claim">) {
  return (
    <DeskPage title="Sign off" lead={<ClaimLead id={id} text={text} />}>
      <EmptyState title="Only an editor can sign">
        The claim says what is missing before one can, and what is yours to do.{" "}
        <Link href={places.claim(id)}>Back to the claim</Link>
      </EmptyState>
    </DeskPage>
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

function whyNot({ viewer, claim, current }: OpenedClaim, isAuthor: boolean): CannotSign | null {
  if (claim.scheduled)
    return {
      title: `It will be published on ${sayInZone(current.settings.site.timeZone, new Date(claim.scheduled.publishAt))}`,
      what: `${claim.scheduled.signedBy.id === viewer.id ? "You" : claim.scheduled.signedBy.name} signed it. Any change to what readers will see cancels that.`,
    };
  if (claim.state === "published")
    return {
      title: `Version ${claim.publication?.version ?? ""} is published`,
      what: <Link href={places.correction(claim.id)}>To change it, open a correction</Link>,
    };
  if (claim.state === "declined")
    return { title: "There is nothing to sign: it was declined", what: "To check it after all, reopen it." };
  if (claim.state === "retracted")
    return {
      title: "There is nothing to sign: it was retracted",
      what: "Readers see that, with the reason.",
    };
  if (claim.state !== "ready")
    return {
      title: "It is not ready to be signed",
      what: "An editor can sign once it is called ready and no filled line above is left.",
    };
  if (isAuthor && !current.settings.gate.onePersonDesk)
    return { title: "You wrote part of it", what: "Everything is saved. Another editor has to sign." };
  return null;
}
