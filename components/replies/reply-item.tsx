import Link from "next/link";
import type { ClaimDto } from "@/lib/claims/dto";
import type { DossierReply } from "@/lib/claims/dossier";
import { replyStanding } from "@/lib/replies/outcome";
import { places } from "@/components/layout/places";
import { peopleDate } from "@/components/reader/dates";
import { wordsFor } from "@/components/reader/words";
import { en } from "@/lib/words/en";
import { LongText } from "@/components/ui/long-text";
import { TimeAgo } from "@/components/ui/time-ago";
import { QuoteReplyForm, RemindForm, SettleForm, TakeBackForm } from "./reply-forms";
import type { ReplyActions } from "./replies-section";
import { roleWords } from "./role-words";

type Props = {
  claim: Pick<ClaimDto, "id" | "evidence">;
  reply: DossierReply;
  actions: ReplyActions;
  now?: string;
};

/** One request: who was asked, what, how often, until when, and what came back. */
export function ReplyItem({ claim, reply, actions, now }: Props) {
  const about = { claimId: claim.id, reply };
  const isAnswered = reply.outcome === "replied" || reply.outcome === "declined";
  return (
    <li id={`reply-${reply.id}`} className="scroll-mt-16 border-t py-2 [overflow-wrap:anywhere]">
      <p>
        <strong className="font-semibold">{reply.asked}</strong>, who {roleWords(reply.role)}:{" "}
        {standingWords(reply, now)}
      </p>
      <p className="text-sm text-ink-3">
        asked <TimeAgo at={reply.askedAt} now={now} />, {reply.how}
        {reply.reminders.map(({ at, how }) => (
          <span key={at}>
            ; again <TimeAgo at={at} now={now} />, {how}
          </span>
        ))}
        {reply.deadlineAt ? (
          <>
            ; to answer by <TimeAgo at={reply.deadlineAt} exact />
          </>
        ) : isAnswered ? null : (
          "; no deadline was given"
        )}
        {reply.repliedAt && isAnswered ? (
          <>
            {" "}
            · answered <TimeAgo at={reply.repliedAt} now={now} />
          </>
        ) : null}
      </p>
      {reply.question ? (
        <LongText text={reply.question} className="text-sm text-ink-2">
          Asked: <q dir="auto">{reply.question}</q>
        </LongText>
      ) : null}
      {reply.reply ? (
        <blockquote className="my-1 border-l-2 pl-3 font-serif text-md whitespace-pre-wrap">
          <LongText text={reply.reply}>{reply.reply}</LongText>
        </blockquote>
      ) : null}
      <QuotedAs claim={claim} reply={reply} />
      {actions.quote ? <QuoteReplyForm {...about} action={actions.quote} /> : null}
      {actions.settle ? <SettleForm {...about} action={actions.settle} /> : null}
      {actions.remind && !isAnswered ? <RemindForm {...about} action={actions.remind} /> : null}
      {actions.withdraw ? <TakeBackForm reply={reply} action={actions.withdraw} /> : null}
    </li>
  );
}

function standingWords(reply: DossierReply, now?: string): string {
  const standing = now ? replyStanding(reply, now) : reply.outcome;
  const said = en.verdict.replies;
  if (standing !== "no-reply-by") return wordsFor(said.outcomes, standing);
  return said.noReplyBy.replace("<when/>", peopleDate(reply.deadlineAt ?? "", en));
}

/** Where the reply is kept, and which evidence quotes it. */
function QuotedAs({ claim, reply }: Pick<Props, "claim" | "reply">) {
  const { source } = reply;
  if (!source) return null;
  const quoting = claim.evidence.flatMap(({ articleId, id }, index) =>
    articleId === source.articleId ? [{ id, number: index + 1 }] : [],
  );
  return (
    <p className="text-sm text-ink-3">
      <Link href={places.article(source.articleId)}>kept as received</Link>
      {quoting.map(({ id, number }) => (
        <span key={id}>
          {" · "}
          <a href={`#evidence-${id}`}>quoted as evidence {number}</a>
        </span>
      ))}
    </p>
  );
}
