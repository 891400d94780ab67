import type { ClaimDto } from "@/lib/claims/dto";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import type { OfferedTemplates } from "@/lib/templates/fill-field";
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
  claim: Pick<ClaimDto, "id" | "replies" | "evidence">;
  actions?: ReplyActions;
  templates?: OfferedTemplates;
  now?: string;
};

/** The right of reply: who was asked, by when, and what came back. */
export function RepliesSection({ claim, actions = {}, templates, now }: Props) {
  return (
    <Section id="replies" title="Right of reply" aside={claim.replies.length || undefined}>
      {claim.replies.length === 0 ? <p className="text-sm text-ink-3">Nobody was asked yet.</p> : null}
      <ul>
        {claim.replies.map((reply) => (
          <ReplyItem key={reply.id} claim={claim} reply={reply} actions={actions} now={now} />
        ))}
      </ul>
      {actions.ask ? <AskForm claimId={claim.id} action={actions.ask} templates={templates} /> : null}
    </Section>
  );
}
