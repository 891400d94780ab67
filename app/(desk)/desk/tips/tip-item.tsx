import Link from "next/link";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";
import type { TipDto } from "@/lib/tips/dto";

type Props = { tip: TipDto; now: string; decide: FormAction };

/** One tip: the reader's words, where they saw it, and what the desk makes of it. */
export function TipItem({ tip, now, decide }: Props) {
  return (
    <li className="border-t py-4">
      <p className="font-serif text-md whitespace-pre-wrap [overflow-wrap:anywhere]">{tip.text}</p>
      <p className="mt-1 text-sm text-ink-3">
        <TimeAgo at={tip.createdAt} now={now} />
        {tip.contact ? <> · reach them at {tip.contact}</> : " · no way to reach them given"}
      </p>
      {tip.url ? (
        <p className="text-sm [overflow-wrap:anywhere]">
          <a href={tip.url} rel="noreferrer nofollow ugc">
            {tip.url}
          </a>
        </p>
      ) : null}
      {tip.state === "new" ? <Decide tip={tip} decide={decide} /> : <Decided tip={tip} now={now} />}
    </li>
  );
}

function Decided({ tip, now }: { tip: TipDto; now: string }) {
  return (
    <p className="mt-1 text-sm text-ink-2">
      {tip.state === "chosen" ? "Chosen" : "Declined"} by {tip.decidedBy?.name ?? "someone who left"}
      {tip.decidedAt ? (
        <>
          {" "}
          <TimeAgo at={tip.decidedAt} now={now} />
        </>
      ) : null}
      {tip.reason ? `: ${tip.reason}` : null}
      {tip.claimId ? (
        <>
          {" · "}
          <Link href={places.claim(tip.claimId)}>the claim</Link>
        </>
      ) : null}
    </p>
  );
}

function Decide({ tip, decide }: { tip: TipDto; decide: FormAction }) {
  return (
    <Disclosure summary="Decide">
      <div className="grid gap-5 tabs:grid-cols-2">
        <Form action={decide} id={`choose-${tip.id}`} className="grid content-start gap-3" label="Check this">
          <input type="hidden" name="decision" value="choose" />
          <TextAreaField
            name="text"
            label="The claim, as we will check it"
            defaultValue={tip.text}
            required
          />
          <TextAreaField name="reason" label="Why we check it" optional rows={2} />
          <div>
            <SubmitButton look="plain">Make it a claim</SubmitButton>
          </div>
        </Form>
        <Form
          action={decide}
          id={`decline-${tip.id}`}
          className="grid content-start gap-3"
          label="Decline this"
        >
          <input type="hidden" name="decision" value="decline" />
          <TextAreaField
            name="reason"
            label="Why not"
            hint="Opinion, not checkable, low reach, already checked, other."
            optional
            rows={2}
          />
          <div>
            <SubmitButton look="plain">Decline</SubmitButton>
          </div>
        </Form>
      </div>
    </Disclosure>
  );
}
