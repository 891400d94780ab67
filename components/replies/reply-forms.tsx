import type { DossierReply } from "@/lib/claims/dossier";
import { wordsFor } from "@/components/reader/words";
import { stanceOptions } from "@/components/evidence/stance-words";
import { asRead, asReadField } from "@/lib/core/as-read";
import { en } from "@/lib/words/en";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeField } from "@/components/ui/time-field";
import { UseTemplate } from "@/components/templates/use-template";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import { roleOptions } from "./role-words";

const settleOptions = (["replied", "declined", "no-reply"] as const).map((value) => ({
  value,
  label: wordsFor(en.verdict.replies.outcomes, value),
}));

const settleNames = { outcome: "They", reply: "Their words", repliedAt: "Answered" };

type About = { claimId: string; reply: DossierReply; action: FormAction };

const noteAsRead = ({ outcome, reply, repliedAt }: DossierReply) => asRead({ outcome, reply, repliedAt });

/** The answer in their own words, or that none came. */
export function SettleForm({ claimId, reply, action }: About) {
  const { outcome, reply: words, repliedAt } = reply;
  return (
    <Disclosure summary={outcome === "waiting" ? "What came back" : "Put right what came back"}>
      <Form
        action={action}
        id={`reply-${reply.id}-form`}
        className="grid gap-3"
        fieldNames={settleNames}
        valueNames={{ outcome: en.verdict.replies.outcomes }}
        keep={`reply:${reply.id}`}
      >
        <HiddenField name={asReadField} value={noteAsRead(reply)} />
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="replyId" value={reply.id} />
        <SelectField
          name="outcome"
          label="They"
          options={settleOptions}
          hint={
            reply.deadlineAt === null
              ? "No deadline was given. That they did not reply then counts from the moment you note it; a reminder can give them one first."
              : undefined
          }
          defaultValue={outcome === "waiting" ? "replied" : outcome}
        />
        <TextAreaField
          name="reply"
          label="Their words"
          hint="As they came, to the letter. They are kept as a copy that can be quoted."
          optional
          serif
          rows={6}
          defaultValue={words}
        />
        <TimeField
          name="repliedAt"
          label="Answered"
          hint={repliedAt ? "Left empty: as it was" : "Left empty: now"}
          optional
        />
        <div>
          <SubmitButton look="plain">Save</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** That they were asked once more. */
export function RemindForm({ claimId, reply, action }: About) {
  return (
    <Disclosure summary="They were asked again">
      <Form
        action={action}
        id={`remind-${reply.id}`}
        done="logged"
        shownAt="the claim"
        className="grid gap-3"
        keep={`remind:${reply.id}`}
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="replyId" value={reply.id} />
        <TextField name="how" label="How, this time" required defaultValue={reply.how} />
        <div className="grid gap-3 tabs:grid-cols-2">
          <TimeField name="sentAt" label="Sent" hint="Left empty: now" optional />
          <TimeField name="deadlineAt" label="New deadline" hint="Left empty: as it was" optional />
        </div>
        <div>
          <SubmitButton look="plain">Log the reminder</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** The request was logged by mistake. */
export function TakeBackForm({ reply, action }: Omit<About, "claimId">) {
  return (
    <Disclosure summary="Take it back" quiet>
      <Form
        action={action}
        id={`withdraw-reply-${reply.id}`}
        done="taken back"
        shownAt="the claim"
        className="grid gap-2"
      >
        <input type="hidden" name="replyId" value={reply.id} />
        <input type="hidden" name={asReadField} value={noteAsRead(reply)} />
        <p className="text-sm text-ink-2">
          Logged by mistake: the request and its answer count no more, and the log keeps that they were here.
          {reply.source ? " Their words stay among the articles." : null}
        </p>
        <div>
          <SubmitButton
            look="plain"
            small
            busy="Taking back…"
            aria-label={`Take the request back: ${reply.asked}`}
          >
            Take the request back
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

/** Words of the reply as evidence, so that a sentence of the finding can cite them. */
export function QuoteReplyForm({ claimId, reply, action }: About) {
  if (!reply.source || !reply.reply) return null;
  return (
    <Disclosure summary="Quote it as evidence">
      <Form
        action={action}
        id={`quote-${reply.id}`}
        done="logged"
        shownAt="the claim"
        className="grid gap-3"
        keep={`quote-reply:${reply.id}`}
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="articleId" value={reply.source.articleId} />
        <TextAreaField
          name="exact"
          label="The words to quote"
          hint="Shorten it to the sentences that matter."
          serif
          required
          defaultValue={reply.reply}
        />
        <RadioField
          name="stance"
          legend="This evidence"
          options={stanceOptions}
          defaultValue="context"
          inline
          required
        />
        <TextAreaField name="shows" label="What it shows" optional rows={2} />
        <div>
          <SubmitButton look="plain">Log as evidence</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

type AskProps = { claimId: string; action: FormAction; templates?: OfferedTemplates };

/** The deadline that is meant is the one in this form, not one that somebody else was given. */
function withoutDeadline(templates?: OfferedTemplates): OfferedTemplates | undefined {
  return templates && { ...templates, values: { ...templates.values, deadline: null } };
}

/** Somebody was asked: who, what, how, until when. */
export function AskForm({ claimId, action, templates }: AskProps) {
  const question = fieldToBegin("reply-letter", "", withoutDeadline(templates));
  return (
    <Disclosure summary="Log that someone was asked" open={question.said !== null}>
      <Form
        action={action}
        id="add-reply"
        done="logged"
        shownAt="the claim"
        className="grid gap-3"
        keep={`ask-reply:${claimId}`}
      >
        <input type="hidden" name="claimId" value={claimId} />
        <TextField name="asked" label="Who" required />
        <SelectField name="role" label="Asked as the one who" options={roleOptions} />
        <TextField name="how" label="How" hint="E-mail to the press office" required />
        <div className="grid gap-3 tabs:grid-cols-2">
          <TimeField name="askedAt" label="Asked" hint="Left empty: now" optional />
          <TimeField
            name="deadlineAt"
            label="Answer by"
            hint="You are told before it and when it is over."
            optional
          />
        </div>
        <UseTemplate
          field="question"
          kind="reply-letter"
          offered={templates}
          said={question.said}
          asksDeadline
        />
        <TextAreaField
          name="question"
          label="What you asked"
          hint="Readers see it."
          optional
          rows={2}
          defaultValue={question.value}
        />
        <div>
          <SubmitButton look="plain">Log the request</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
