import type { ClaimDto } from "@/lib/claims/dto";
import { wordsFor } from "@/components/reader/words";
import { en } from "@/lib/words/en";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";

const outcomeWords = en.verdict.replies.outcomes;

const settleOptions = (["replied", "declined", "no-reply"] as const).map((value) => ({
  value,
  label: wordsFor(outcomeWords, value),
}));

const roleOptions = [
  { value: "claimant", label: "made the claim" },
  { value: "criticised", label: "is criticised by the finding" },
];

type Props = {
  claim: Pick<ClaimDto, "id" | "replies">;
  add?: FormAction;
  settle?: FormAction;
  now?: string;
};

/** The right of reply: who was asked, by when, and what came back. */
export function RepliesSection({ claim, add, settle, now }: Props) {
  return (
    <Section id="replies" title="Right of reply" aside={claim.replies.length || undefined}>
      {claim.replies.length === 0 ? <p className="text-sm text-ink-3">Nobody was asked yet.</p> : null}
      <ul>
        {claim.replies.map((reply) => (
          <li key={reply.id} className="border-t py-2">
            <p>
              <strong className="font-semibold">{reply.asked}</strong>, who{" "}
              {roleOptions.find(({ value }) => value === reply.role)?.label}:{" "}
              {wordsFor(outcomeWords, reply.outcome)}
            </p>
            <p className="text-sm text-ink-3">
              asked <TimeAgo at={reply.askedAt} now={now} /> by {reply.how}
              {reply.deadlineAt ? (
                <>
                  , by <TimeAgo at={reply.deadlineAt} now={now} />
                </>
              ) : null}
            </p>
            {reply.reply ? <q className="font-serif text-md">{reply.reply}</q> : null}
            {settle && reply.outcome === "waiting" ? (
              <Disclosure summary="What came back">
                <Form action={settle} id={`reply-${reply.id}`} className="grid gap-3">
                  <input type="hidden" name="claimId" value={claim.id} />
                  <input type="hidden" name="replyId" value={reply.id} />
                  <SelectField name="outcome" label="They" options={settleOptions} />
                  <TextAreaField name="reply" label="Their words" optional serif />
                  <div>
                    <SubmitButton look="plain">Save</SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      {add ? (
        <Disclosure summary="Log that someone was asked">
          <Form action={add} id="add-reply" className="grid gap-3">
            <input type="hidden" name="claimId" value={claim.id} />
            <TextField name="asked" label="Who" required />
            <SelectField name="role" label="Asked because it" options={roleOptions} />
            <TextField name="how" label="How" hint="E-mail to the press office" required />
            <div className="grid gap-3 tabs:grid-cols-2">
              <TextField name="askedAt" type="datetime-local" label="Asked, UTC" required />
              <TextField name="deadlineAt" type="datetime-local" label="Answer by, UTC" optional />
            </div>
            <div>
              <SubmitButton look="plain">Log the request</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Section>
  );
}
