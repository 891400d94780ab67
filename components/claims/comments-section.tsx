import type { ClaimDto, CommentDto } from "@/lib/claims/dto";
import { CommentText } from "@/components/comments/comment-text";
import { MentionField } from "@/components/comments/mention-field";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  claim: Pick<ClaimDto, "id" | "comments" | "state">;
  people?: readonly { id: string; name: string }[];
  add?: FormAction;
  /** commentId, resolved ("true" or "false"). */
  settle?: FormAction;
  now?: string;
};

/** Talk among the desk; never printed, and hidden from whoever still has to review. */
export function CommentsSection({ claim, people = [], add, settle, now }: Props) {
  const { id: claimId, comments, state } = claim;
  if ("hidden" in comments) {
    return (
      <Section id="comments" title="Comments">
        <p data-why className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-ink-2">
          {state === "declined"
            ? "Whoever gave no review does not see them."
            : "You see them once you have given your review."}
        </p>
      </Section>
    );
  }
  const open = comments.filter(({ resolved }) => !resolved);
  const resolved = comments.filter((comment) => comment.resolved);
  const list = (some: CommentDto[]) => (
    <ul>
      {some.map((comment) => (
        <CommentItem key={comment.id} comment={comment} settle={settle} now={now} />
      ))}
    </ul>
  );
  return (
    <Section id="comments" title="Comments" aside={open.length || undefined}>
      {list(open)}
      {resolved.length > 0 ? (
        <Disclosure summary={`${resolved.length} resolved`} quiet>
          {list(resolved)}
        </Disclosure>
      ) : null}
      {add ? (
        <Form
          action={add}
          id="add-comment"
          done="sent"
          shownAt="the claim"
          className="grid gap-2"
          label="Comment"
          keep={`comment:${claimId}`}
        >
          <input type="hidden" name="claimId" value={claimId} />
          <MentionField
            name="text"
            label="Comment"
            hideLabel
            hint="For the desk only. Write @ and a name to tell somebody."
            people={people}
          />
          <div>
            <SubmitButton look="plain" small>
              Comment
            </SubmitButton>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

type ItemProps = { comment: CommentDto; settle?: FormAction; now?: string };

function CommentItem({ comment, settle, now }: ItemProps) {
  const { resolved } = comment;
  return (
    <li id={`comment-${comment.id}`} className="scroll-mt-16 border-t py-2">
      <CommentText comment={comment} />
      <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        <span>
          {comment.author.name}, <TimeAgo at={comment.at} now={now} />
          {resolved ? (
            <>
              {" · resolved"}
              {resolved.by ? ` by ${resolved.by}` : null}, <TimeAgo at={resolved.at} now={now} />
            </>
          ) : null}
        </span>
        {settle ? (
          <OneAtATime>
            <Form action={settle} id={`settle-${comment.id}`}>
              <input type="hidden" name="commentId" value={comment.id} />
              <input type="hidden" name="resolved" value={resolved ? "false" : "true"} />
              <SubmitButton look="quiet" small>
                {resolved ? "Open again" : "Resolve"}
                <span className="sr-only"> the comment by {comment.author.name}</span>
              </SubmitButton>
            </Form>
          </OneAtATime>
        ) : null}
      </div>
    </li>
  );
}
