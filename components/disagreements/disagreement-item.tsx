import Link from "next/link";
import type { DisagreementDto, DisagreementSideDto } from "@/lib/disagreements/dto";
import { ClaimInLine } from "@/components/claims/claim-name";
import { stanceWords } from "@/components/evidence/stance-words";
import { DifferingWords } from "./differing-words";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LongText } from "@/components/ui/long-text";

export type DisagreementActions = {
  /** claimId, a, b (evidence ids), why. */
  mark?: FormAction;
  /** disagreementId, status: resolved or dismissed, reason. */
  settle?: FormAction;
  /** claimId, a, b, why, reason: a suggested pair that does not disagree. */
  dismiss?: FormAction;
};

type Props = {
  item: DisagreementDto;
  actions: DisagreementActions;
  /** On an article's page the claim is named. */
  namesClaim?: boolean;
};

const statusWords: Record<DisagreementDto["status"], string> = {
  suggested: "Two figures contradict each other",
  open: "Open",
  resolved: "Settled",
  dismissed: "They do not disagree",
};

/** Two quotes side by side with what differs, who said so and why, and how it was settled. */
export function DisagreementItem({ item, actions, namesClaim }: Props) {
  const { a, b, settled } = item;
  const key = item.id ?? `${a.evidenceId}-${b.evidenceId}`;
  return (
    <li id={`disagreement-${key}`} className="scroll-mt-16 border-t py-2.5">
      {namesClaim ? (
        <p className="mb-1 text-sm">
          <ClaimInLine
            id={item.claimId}
            text={item.claimText}
            href={`${places.claim(item.claimId)}#disagreements`}
          />
        </p>
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(13rem,100%),1fr))] gap-x-4 gap-y-2">
        <Side side={a} claimId={item.claimId} />
        <Side side={b} claimId={item.claimId} />
      </div>
      <p className="mt-1.5">
        <span
          className={
            item.status === "open" || item.status === "suggested"
              ? "font-semibold text-warn"
              : "font-semibold"
          }
        >
          {statusWords[item.status]}
        </span>
        : {item.why}
        {item.markedBy ? <span className="text-ink-3"> · {item.markedBy}</span> : null}
      </p>
      {settled ? (
        <p className="text-sm text-ink-2">
          {"hidden" in settled
            ? "How it was settled is shown once you have given your review."
            : `${settled.reason} · ${settled.by}`}
        </p>
      ) : null}
      <Decide item={item} formKey={key} actions={actions} />
    </li>
  );
}

function Side({ side, claimId }: { side: DisagreementSideDto; claimId: string }) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-ink-3">
        <Link href={`${places.claim(claimId)}#evidence-${side.evidenceId}`}>{side.name}</Link> ·{" "}
        {stanceWords[side.stance].toLowerCase()}
      </p>
      <blockquote className="font-serif text-md wrap-anywhere">
        <LongText text={side.pieces.map(({ text }) => text).join("")}>
          {side.pieces.map((piece, index) =>
            piece.differs ? (
              <DifferingWords key={index}>{piece.text}</DifferingWords>
            ) : (
              <span key={index}>{piece.text}</span>
            ),
          )}
        </LongText>
      </blockquote>
    </div>
  );
}

type DecideProps = { item: DisagreementDto; formKey: string; actions: DisagreementActions };

function Decide({ item, formKey, actions }: DecideProps) {
  if (item.status === "suggested") return <DecideSuggested item={item} formKey={formKey} actions={actions} />;
  if (item.status !== "open" || !actions.settle || !item.id) return null;
  return (
    <Disclosure summary="Settle it" quiet>
      <Form
        action={actions.settle}
        id={`settle-${formKey}`}
        done="settled"
        shownAt="the claim"
        keep={`settle:${item.id}`}
        className="grid max-w-md gap-2"
      >
        <input type="hidden" name="disagreementId" value={item.id} />
        <RadioField
          name="status"
          legend="What came of it"
          options={[
            { value: "resolved", label: "It is settled" },
            { value: "dismissed", label: "They do not disagree after all" },
          ]}
          defaultValue="resolved"
        />
        <TextField name="reason" label="How, and from what you know it" required />
        <div>
          <SubmitButton look="plain" small>
            Settle it
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function DecideSuggested({ item, formKey, actions }: DecideProps) {
  if (!actions.mark && !actions.dismiss) return null;
  const fields = (
    <>
      <input type="hidden" name="claimId" value={item.claimId} />
      <input type="hidden" name="a" value={item.a.evidenceId} />
      <input type="hidden" name="b" value={item.b.evidenceId} />
    </>
  );
  return (
    <div className="acts mt-1.5">
      {actions.mark ? (
        <Form action={actions.mark} id={`mark-${formKey}`} done="marked" shownAt="the claim">
          {fields}
          <HiddenField name="why" value={item.why} />
          <SubmitButton look="plain" small>
            These two disagree
          </SubmitButton>
        </Form>
      ) : null}
      {actions.dismiss ? (
        <Disclosure summary="They do not">
          <Form
            action={actions.dismiss}
            id={`dismiss-${formKey}`}
            done="set aside"
            shownAt="the claim"
            keep={`dismiss:${item.claimId}:${item.a.evidenceId}:${item.b.evidenceId}`}
            className="grid max-w-md gap-2"
          >
            {fields}
            <HiddenField name="why" value={item.why} />
            <TextField name="reason" label="Why not" required />
            <div>
              <SubmitButton look="plain" small>
                Set it aside
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
