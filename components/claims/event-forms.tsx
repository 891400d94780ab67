import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { acceptsReviews } from "@/lib/claims/workflow";
import { DeclineFields } from "@/components/selection/decline-fields";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import type { ClaimLinks } from "./claim-links";
import { PublishedLinks } from "./published-links";
import type { ExternalEvent } from "@/lib/claims/vocabulary";
import { eventWords } from "@/lib/claims/vocabulary-words";

type Props = {
  claim: ClaimDto;
  event?: FormAction;
  links: ClaimLinks;
  gate: Pick<GateDto, "issues">;
  templates?: OfferedTemplates;
};

/** What this person can do with the claim now, first what is asked of them, and in a line who does the rest. */
export function EventForms({ claim, event, links, gate, templates }: Props) {
  const steps = claim.allowedEvents.filter((name) => name !== "decline" && !isTooSoon(name, claim));
  const owesReview = acceptsReviews(claim.state) && "hidden" in claim.reviews && !claim.scheduled;
  const form =
    event && steps.length > 0 ? (
      <StepsForm claimId={claim.id} steps={steps} event={event} leads={!owesReview} />
    ) : null;
  const rest = whoDoesTheRest(claim, links, gate);
  return (
    <div className="mt-5 grid gap-3 border-t pt-4 empty:hidden" id="next">
      {owesReview ? <a href="#review">Go to your review</a> : null}
      {links.signOff ? <SignOffLink claim={claim} href={links.signOff} gate={gate} /> : null}
      {owesReview && form ? (
        <Disclosure summary="Other steps, without reviewing it">{form}</Disclosure>
      ) : (
        form
      )}
      {rest ? <p className="text-sm text-ink-3">{rest}</p> : null}
      {event && claim.allowedEvents.includes("decline") ? (
        <DeclineForm claimId={claim.id} event={event} templates={templates} />
      ) : null}
      <PublishedLinks links={links} isCorrecting={claim.correction !== null} />
    </div>
  );
}

/** Nobody can call ready what they see has no rating or no finding. */
function isTooSoon(name: string, { verdict }: ClaimDto): boolean {
  return name === "ready" && !("hidden" in verdict) && (!verdict.rating || !verdict.finding.trim());
}

/** Where one person may do both, it is a line that they answer for, and no bar. */
function isKeptFrom({ issues }: Pick<GateDto, "issues">): boolean {
  return issues.some(({ code, overridable }) => code === "four-eyes" && overridable !== true);
}

const holderOf = ({ assignee }: ClaimDto): string =>
  assignee && !assignee.hasLeft ? assignee.name : "whoever works on it";

/** One short line: what has to come before the next step, or whose step it is. Nothing where the steps say it. */
function whoDoesTheRest(claim: ClaimDto, links: ClaimLinks, gate: Pick<GateDto, "issues">): string | null {
  if (claim.state === "in-review") {
    if ("hidden" in claim.reviews)
      return `After the reviews ${holderOf(claim)} calls it ready, and an editor signs.`;
    if (isTooSoon("ready", claim))
      return "It can be called ready for an editor once it has rating and finding.";
    // With nothing missing the gate below says it.
    return gate.issues.length > 0 ? "Once it is called ready, an editor signs." : null;
  }
  if (claim.state !== "ready" || claim.scheduled) return null;
  if (!links.signOff) return "An editor who wrote none of it signs.";
  return isKeptFrom(gate) ? "You wrote part of it: another editor signs." : null;
}

type SignOffProps = { claim: ClaimDto; href: string; gate: Pick<GateDto, "issues"> };

function SignOffLink({ claim, href, gate }: SignOffProps) {
  const canSign = gate.issues.every(({ overridable }) => overridable === true);
  const words = isKeptFrom(gate) ? "Read it as readers will" : "Read it as readers will, and sign";
  return (
    <LinkButton href={href} look={canSign && !claim.scheduled ? "primary" : "plain"}>
      {claim.scheduled ? "Read what will be published" : words}
    </LinkButton>
  );
}

type StepsProps = {
  claimId: string;
  steps: readonly ExternalEvent[];
  event: FormAction;
  /** The step forward is what is to be done next. */
  leads: boolean;
};

function StepsForm({ claimId, steps, event, leads }: StepsProps) {
  const forward = steps.filter((name) => name !== "return");
  const back = steps.filter((name) => name === "return");
  return (
    <Form action={event} id="claim-events" done="done" shownAt="the claim" className="flex flex-wrap gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      {[...forward, ...back].map((name) => (
        <SubmitButton
          key={name}
          name="event"
          value={name}
          look={leads && name === forward[0] ? "primary" : "plain"}
        >
          {eventWords[name]}
        </SubmitButton>
      ))}
    </Form>
  );
}

type DeclineProps = { claimId: string; event: FormAction; templates?: OfferedTemplates };

function DeclineForm({ claimId, event, templates }: DeclineProps) {
  const note = fieldToBegin("decline", "", templates);
  return (
    <Disclosure summary="Decline to check it" open={note.said !== null}>
      <Form
        action={event}
        id="decline"
        done="declined"
        shownAt="the claim"
        keep={`decline:${claimId}`}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <input type="hidden" name="event" value="decline" />
        <DeclineFields label="Why" templates={templates} note={note} />
      </Form>
    </Disclosure>
  );
}
