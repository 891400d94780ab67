import type { ReactNode } from "react";
import type { DecisiveDoubt } from "@/lib/attributions/decisive-doubts";
import type { ClaimDto, ComparisonDto, GateDto, IndependenceDto } from "@/lib/claims/dto";
import { isOpenState } from "@/lib/claims/vocabulary";
import type { DisagreementDto } from "@/lib/disagreements/dto";
import type { SignedFinding } from "@/lib/publications/signed-finding";
import type { Rating } from "@/lib/settings/ratings";
import { DisagreementsSection } from "@/components/disagreements/disagreements-section";
import type { DisagreementActions } from "@/components/disagreements/disagreement-item";
import { EvidenceList, type EvidenceActions } from "@/components/evidence/evidence-list";
import { FigureBoard } from "@/components/figures/figure-board";
import { LegalReadSection, type LegalReadActions } from "@/components/legal-reads/legal-read-section";
import type { OfferedTemplates } from "@/lib/templates/fill-field";
import { RepliesSection, type ReplyActions } from "@/components/replies/replies-section";
import { SilenceNote } from "@/components/replies/silence-note";
import { ReviewsSection } from "@/components/reviews/reviews-section";
import { AsksFirst } from "@/components/ui/asks-first";
import type { FormAction } from "@/components/ui/form-state";
import type { Carried } from "./carried-line";
import { ClaimHead } from "./claim-head";
import { ClaimKeys } from "./claim-keys";
import type { ClaimLinks } from "./claim-links";
import { CommentsSection } from "./comments-section";
import { DoubtNotes } from "./doubt-notes";
import { EventForms } from "./event-forms";
import { GateList } from "./gate-list";
import { PartsList } from "./parts-list";
import { PublishedFinding } from "./published-finding";
import { SearchesSection } from "./searches-section";
import { SourcesSummary } from "./sources-summary";
import { VerdictSummary } from "./verdict-summary";

/** What may be done here; an action left out is not offered. Every form carries `claimId`. */
export type ClaimActions = EvidenceActions & {
  /** event, reason (for decline, one of the listed reasons), note. */
  event?: FormAction;
  /** assignee: an account id, or empty. */
  assign?: FormAction;
  /** mark, rating, rationale, evidenceIds (repeated), basisHash. */
  review?: FormAction;
  /** basisHash. */
  reaffirm?: FormAction;
  /** version, rating, reconciliation. */
  reconcile?: FormAction;
  /** where, query, found, side, note, searchedAt, shown. */
  addSearch?: FormAction;
  /** searchId and the same. */
  changeSearch?: FormAction;
  withdrawSearch?: FormAction;
  replies?: ReplyActions;
  legalReads?: LegalReadActions;
  addComment?: FormAction;
  /** commentId, resolved. */
  settleComment?: FormAction;
  /** claimId, state. */
  watch?: FormAction;
  /** comparisonId, class, status=confirmed. */
  decideComparison?: FormAction;
  disagreements?: DisagreementActions;
};

type Props = {
  claim: ClaimDto;
  gate: GateDto;
  ratings: readonly Rating[];
  viewer: { id: string };
  links: ClaimLinks;
  /** Articles that are open beside the claim and that it does not quote yet. */
  beside?: { id: string; name: string }[];
  actions?: ClaimActions;
  comparisons?: ComparisonDto[];
  disagreements?: DisagreementDto[];
  /** The route in words and what waits for a person. */
  independence?: Pick<IndependenceDto, "words" | "edges">;
  /** What stands for the number of origins. */
  carried?: Carried;
  /** Evidence whose article speaks against its deciding alone. */
  doubts?: readonly DecisiveDoubt[];
  people?: { id: string; name: string }[];
  /** Who else is here. */
  presence?: ReactNode;
  /** What is new since the person last looked, and what changes while they do. */
  changes?: ReactNode;
  isWatching?: boolean;
  /** What readers have while a correction is open. */
  signed?: SignedFinding | null;
  /** Drafts of notices that wait beside what is published. */
  waiting?: ReactNode;
  /** Letters and notes that are written often. */
  templates?: OfferedTemplates;
  /** What any change to the record does besides, in one sentence: it is asked for first. */
  besides?: string | null;
  now?: string;
};

/** The right-hand column: everything about one claim, and what can be done next. */
export function ClaimPanel(props: Props) {
  const { claim, gate, ratings, viewer, links, actions = {}, carried, doubts = [] } = props;
  const { besides = null, now } = props;
  const isBlind = "hidden" in claim.reviews;
  const isOpen = isOpenState(claim.state);
  return (
    <div className="px-5 pt-4 max-tabs:px-4">
      <ClaimKeys verdictHref={links.verdict} quotesHref={links.quotes} />
      <ClaimHead
        claim={claim}
        links={links}
        people={props.people}
        assign={actions.assign}
        watch={actions.watch}
        isWatching={props.isWatching}
        presence={props.presence}
        now={now}
      />
      {props.changes}
      <PublishedFinding claim={claim} ratings={ratings} signed={props.signed ?? null} />
      {props.waiting}
      <PartsList parts={claim.parts} ratings={ratings} isOpen={isOpen} />
      <AsksFirst besides={besides}>
        <EvidenceList
          claim={claim}
          gate={gate}
          viewer={viewer}
          links={links}
          beside={props.beside}
          actions={actions}
          doubts={doubts}
          now={now}
        />
        <SourcesSummary claim={claim} independence={props.independence} links={links} carried={carried} />
        {props.comparisons ? (
          <FigureBoard claim={claim} comparisons={props.comparisons} decide={actions.decideComparison} />
        ) : null}
        <DisagreementsSection
          claim={claim}
          disagreements={props.disagreements ?? []}
          actions={actions.disagreements ?? {}}
        />
        <ReviewsSection
          claim={claim}
          ratings={ratings}
          viewer={viewer}
          review={actions.review}
          reaffirm={actions.reaffirm}
          reconcile={actions.reconcile}
          now={now}
        />
        <VerdictSummary verdict={claim.verdict} ratings={ratings} links={links} state={claim.state} />
        <SearchesSection
          claim={claim}
          add={actions.addSearch}
          change={actions.changeSearch}
          withdraw={actions.withdrawSearch}
          now={now}
        />
        <RepliesSection claim={claim} actions={actions.replies} templates={props.templates} now={now} />
      </AsksFirst>
      <LegalReadSection claim={claim} actions={actions.legalReads} />
      <CommentsSection
        claim={claim}
        people={props.people}
        add={actions.addComment}
        settle={actions.settleComment}
        now={now}
      />
      <AsksFirst besides={besides}>
        <EventForms
          claim={claim}
          event={actions.event}
          links={links}
          gate={gate}
          templates={props.templates}
        />
      </AsksFirst>
      {isOpen ? (
        <GateList
          claim={claim}
          gate={gate}
          links={links}
          isBlind={isBlind}
          notes={
            <>
              <SilenceNote replies={claim.replies} claimHref={links.claim} />
              <DoubtNotes doubts={doubts} claimHref={links.claim} />
            </>
          }
          isScheduled={claim.scheduled !== null}
          carried={carried}
        />
      ) : (
        <div className="h-8" />
      )}
    </div>
  );
}
