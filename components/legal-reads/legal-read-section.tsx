import type { ClaimDto } from "@/lib/claims/dto";
import type { LegalReadDto } from "@/lib/legal-reads/dto";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { TimeField } from "@/components/ui/time-field";
import { LegalReadSaid } from "./legal-read-said";
import { staleWords } from "./legal-read-words";

/** What may be done about legal reads here; an action left out is not offered. */
export type LegalReadActions = {
  /** claimId, kind, reader, at, draftHash. */
  note?: FormAction;
  /** legalReadId. */
  withdraw?: FormAction;
};

type Props = { claim: Pick<ClaimDto, "id" | "legalReads" | "state">; actions?: LegalReadActions };

/** Who was asked to read the draft for the law and who read it. What they said is not kept here, nor anywhere. */
export function LegalReadSection({ claim, actions = {} }: Props) {
  const { legalReads } = claim;
  if ("hidden" in legalReads) return null;
  const { reads, isWanted, draftHash } = legalReads;
  if (reads.length === 0 && !actions.note) return null;
  const isRead = reads.some(({ kind, isStale }) => kind === "read" && !isStale);
  // The gate's line leads here: the form is then open.
  const isDue = isWanted && !isRead && (claim.state === "in-review" || claim.state === "ready");
  const none = isWanted ? "Not read yet; this newsroom asks for it before sign-off." : "Not read.";
  return (
    <Section id="legal-read" title="Legal read" aside={reads.length || undefined}>
      {reads.length === 0 ? <p className="text-sm text-ink-3">{none}</p> : null}
      <ul>
        {reads.map((read) => (
          <ReadItem key={read.id} read={read} withdraw={actions.withdraw} />
        ))}
      </ul>
      {actions.note ? (
        <NoteForm claimId={claim.id} draftHash={draftHash} action={actions.note} isOpen={isDue} />
      ) : null}
    </Section>
  );
}

function ReadItem({ read, withdraw }: { read: LegalReadDto; withdraw?: FormAction }) {
  return (
    <li id={`legal-read-${read.id}`} className="scroll-mt-16 border-t py-2 [overflow-wrap:anywhere]">
      <p>
        <LegalReadSaid read={read} />
        {read.isStale ? <strong className="font-semibold text-warn"> · {staleWords}</strong> : null}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        <span>noted by {read.notedBy}</span>
        {withdraw ? (
          <Form action={withdraw} id={`withdraw-legal-read-${read.id}`} done="withdrawn" shownAt="the claim">
            <input type="hidden" name="legalReadId" value={read.id} />
            <SubmitButton look="quiet" small>
              Withdraw<span className="sr-only"> the note about {read.reader}</span>
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </li>
  );
}

const kinds = [
  { value: "read", label: "read this draft" },
  { value: "asked", label: "were asked to read it" },
] as const;

type FormProps = { claimId: string; draftHash: string; action: FormAction; isOpen: boolean };

function NoteForm({ claimId, draftHash, action, isOpen }: FormProps) {
  return (
    <Disclosure summary="Note a legal read" open={isOpen}>
      <Form
        action={action}
        id="note-legal-read"
        done="noted"
        shownAt="the claim"
        className="grid gap-3"
        keep={`legal-read:${claimId}`}
      >
        <p className="text-sm text-ink-2">
          Keep the advice where your lawyer keeps it; here stands only that it was read. Nothing of this is
          published.
        </p>
        <HiddenField name="claimId" value={claimId} />
        <HiddenField name="draftHash" value={draftHash} />
        <TextField
          name="reader"
          label="Name"
          hint="Your lawyer’s. They need no account."
          required
          maxLength={120}
        />
        <RadioField name="kind" legend="They" options={kinds} inline required />
        <TimeField name="at" label="When" hint="Left empty: now" optional />
        <div>
          <SubmitButton look="plain">Note it</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
