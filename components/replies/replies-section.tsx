import type { ClaimDto } from "@/lib/claims/dto";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import type { OfferedTemplates } from "@/lib/templates/fill-field";
import { whyNoReplyIsAsked } from "@/lib/verdicts/requirements/people";
import { AskForm } from "./reply-forms";
import { ReplyItem } from "./reply-item";

/** What may be done about replies here; an action left out is not offered. */
export type ReplyActions = {
  /** claimId, asked, role, how, question, askedAt, deadlineAt. */
  ask?: FormAction;
  /** replyId, outcome, reply, repliedAt. */
  settle?: FormAction;
  /** replyId, how, sentAt, deadlineAt. */
  remind?: FormAction;
  /** replyId. */
  withdraw?: FormAction;
  /** Evidence: claimId, articleId, exact, stance, shows. */
  quote?: FormAction;
};

type Props = {
  claim: Pick<ClaimDto, "id" | "replies" | "evidence" | "claimant" | "provisional">;
  actions?: ReplyActions;
  templates?: OfferedTemplates;
  now?: string;
};

const nobodyNamed =
  "Nobody was asked. Nobody is named as having made the claim, so no reply is waited for; whoever the finding criticises is to be asked all the same.";

/** That nobody was asked, and by the gate's own rule whether somebody has to be. */
function nobodyAskedYet(claim: Props["claim"]): string {
  switch (whyNoReplyIsAsked(claim)) {
    case "first-findings":
      return claim.claimant
        ? "Nobody was asked yet. First findings may go out before an answer; the finished check waits for it."
        : nobodyNamed;
    case "no-claimant":
      return nobodyNamed;
    case null:
      return `Nobody was asked yet. ${claim.claimant} made the claim and is to be asked before an editor signs.`;
  }
}

/** The right of reply: who was asked, by when, and what came back. */
export function RepliesSection({ claim, actions = {}, templates, now }: Props) {
  return (
    <Section id="replies" title="Right of reply" aside={claim.replies.length || undefined}>
      {claim.replies.length === 0 ? (
        <p className="text-sm text-ink-3">{actions.ask ? nobodyAskedYet(claim) : "Nobody was asked."}</p>
      ) : null}
      <ul>
        {claim.replies.map((reply) => (
          <ReplyItem key={reply.id} claim={claim} reply={reply} actions={actions} now={now} />
        ))}
      </ul>
      {actions.ask ? <AskForm claimId={claim.id} action={actions.ask} templates={templates} /> : null}
    </Section>
  );
}
