import type { ReactNode } from "react";
import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { isOpenState, type ClaimState } from "@/lib/claims/vocabulary";
import { ClaimLead } from "@/components/claims/claim-lead";
import { CarriedLine, type Carried } from "@/components/claims/carried-line";
import type { ClaimLinks } from "@/components/claims/claim-links";
import { DotsInWords, GateLine } from "@/components/claims/gate-list";
import { countMissing, gateGroups, nothingMissingWords } from "@/components/claims/gate-words";
import { LegalReadLine } from "@/components/legal-reads/legal-read-line";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/components/ui/form-state";
import type { ClaimReviewWarning } from "@/lib/publications/claim-review";
import { MarkupWarnings } from "./markup-warnings";
import { PreviewBeside } from "./preview-beside";
import { SignOffForm, type StillAsked } from "./sign-off-form";
import { VersionChanges, type VersionChange } from "./version-changes";

export type Touch = { name: string; what: string[]; isAuthor: boolean };

/** Why it is not to be signed now, or not by this viewer, and what to do. */
export type CannotSign = { title: string; what: ReactNode };

type Props = {
  claimId: string;
  claimText: string;
  state: ClaimState;
  /** What stands for the number of origins. */
  carried?: Carried;
  gate: GateDto;
  links: ClaimLinks;
  /** The version that signing would publish, and the label of its rating; `null` while there is no rating. */
  next: { version: number; ratingLabel: string | null };
  /** `null` when nothing was published before. */
  changes: VersionChange[] | null;
  touches: Touch[];
  legalReads: ClaimDto["legalReads"];
  /** What other sites may do badly with, for the signer to know. */
  markupWarnings: readonly ClaimReviewWarning[];
  /** What else holds nothing up and is worth knowing. */
  notes?: ReactNode;
  /** Fields: claimId, revisionHash, override.<code>=on, reason.<code>, selfSignedReason, password, code. */
  signOff?: FormAction;
  cannotSign?: CannotSign | null;
  /** `onePersonDesk` and the viewer is an author: a printed reason is asked for. */
  asksSelfSignedReason?: boolean;
  /** Who may still answer, as open lines of the gate say, and until when. */
  stillAsked?: readonly StillAsked[];
  /** What can be done with what is signed for a later time. */
  waiting?: ReactNode;
  /** Who else is at the claim, and that somebody changed it while this was open. */
  live?: ReactNode;
  /** The reader's page, by the reader's own renderer. */
  children: ReactNode;
};

/** Left what readers will see, right why it may be signed; one button that says what it does. */
export function SignOffPageView(props: Props) {
  const { gate, links, next, changes, touches, signOff, cannotSign, waiting, children } = props;
  const isOpen = isOpenState(props.state);
  const blocking = gate.issues.filter((issue) => !issue.overridable);
  const sign = !cannotSign && blocking.length === 0 ? signOff : undefined;
  return (
    <PreviewBeside
      title={
        waiting
          ? `Version ${next.version} is scheduled`
          : isOpen
            ? `Sign version ${next.version}`
            : "Nothing to sign"
      }
      lead={<ClaimLead id={props.claimId} text={props.claimText} />}
      goOn="Go on to signing"
      preview={children}
    >
      {props.live}
      {isOpen && blocking.length > 0 ? <Missing {...props} /> : null}
      {cannotSign ? (
        <div className="mt-4">
          <Notice title={cannotSign.title}>{cannotSign.what}</Notice>
        </div>
      ) : null}
      {waiting}
      {waiting && isOpen && blocking.length === 0 ? (
        <div className="mt-4">
          <CarriedLine claimId={props.claimId} carried={props.carried ?? []} />
        </div>
      ) : null}
      <VersionChanges changes={changes} />
      <TouchList touches={touches} />
      <LegalReadLine legalReads={props.legalReads} claimHref={links.claim} />
      <MarkupWarnings warnings={props.markupWarnings} />
      {isOpen && blocking.length === 0 && !waiting ? <Missing {...props} /> : null}
      {props.notes}
      <Section id="revision" title="What is signed">
        <p className="text-sm text-ink-2">
          Revision {gate.revision.number}, SHA-256{" "}
          <code className="break-all select-all">{gate.revision.hash}</code>
        </p>
        {sign ? (
          <p className="mt-1 text-sm text-ink-3">
            If anyone changes anything before you press the button, nothing is published and you are told.
          </p>
        ) : null}
      </Section>
      {sign ? <SignOffForm {...props} signOff={sign} /> : null}
    </PreviewBeside>
  );
}

/** What is missing, and what stands for an origin that is; what an editor may override is among it only while something else has to be done first. */
function Missing({
  claimId,
  gate,
  links,
  state,
  carried = [],
}: Pick<Props, "claimId" | "gate" | "links" | "state" | "carried">) {
  const isBlocked = gate.issues.some((issue) => !issue.overridable);
  const groups = isBlocked ? gateGroups(gate.issues) : [];
  return (
    <Section id="gate" title="Before an editor can sign" aside={countMissing(groups) || undefined}>
      {gate.issues.length === 0 ? <p>{nothingMissingWords(state)}</p> : null}
      {gate.issues.length > 0 && !isBlocked ? (
        <p className="text-ink-2">What is still open can be overridden, with a reason.</p>
      ) : null}
      <DotsInWords groups={groups} />
      <ul>
        {groups.map((group) => (
          <GateLine key={group.code} group={group} links={links} state={state} />
        ))}
      </ul>
      <CarriedLine claimId={claimId} carried={carried} />
    </Section>
  );
}

function TouchList({ touches }: { touches: Touch[] }) {
  return (
    <Section id="touches" title="Who touched what">
      <ul>
        {touches.map((touch) => (
          <li key={touch.name} className="border-t py-1.5">
            <strong className="font-semibold">{touch.name}</strong>: {touch.what.join(", ")}
            <span className="text-ink-3">{touch.isAuthor ? " · author" : " · not an author"}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
