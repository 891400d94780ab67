import type { ClaimDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = { claimId: string; comments: ClaimDto["comments"]; add?: FormAction; now?: string };

/** Talk among the desk; never printed, and hidden from whoever still has to review. */
export function CommentsSection({ claimId, comments, add, now }: Props) {
  if ("hidden" in comments) {
    return (
      <Section id="comments" title="Comments">
        <p className="rounded-md border border-dashed border-rule-strong px-3 py-2 text-ink-2">
          You see them once you have given your review.
        </p>
      </Section>
    );
  }
  return (
    <Section id="comments" title="Comments" aside={comments.length || undefined}>
      <ul>
        {comments.map((comment) => (
          <li key={comment.id} className="border-t py-2">
            <p className="whitespace-pre-wrap">{comment.text}</p>
            <p className="text-sm text-ink-3">
              {comment.author.name}, <TimeAgo at={comment.at} now={now} />
            </p>
          </li>
        ))}
      </ul>
      {add ? (
        <Form action={add} id="add-comment" className="grid gap-2">
          <input type="hidden" name="claimId" value={claimId} />
          <TextAreaField name="text" label="Comment" hint="For the desk only." rows={2} required />
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
