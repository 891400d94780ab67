import type { ClaimDto } from "@/lib/claims/dto";
import { DeclineFields } from "@/components/selection/decline-fields";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import type { ClaimLinks } from "./claim-links";
import { eventWords } from "@/lib/claims/vocabulary-words";

type Props = {
  claim: ClaimDto;
  event?: FormAction;
  links: ClaimLinks;
  canSign: boolean;
  templates?: OfferedTemplates;
};

/** The steps this claim can take now, and no others. */
export function EventForms({ claim, event, links, canSign, templates }: Props) {
  const steps = claim.allowedEvents.filter((name) => name !== "decline");
  return (
    <div className="mt-5 grid gap-3 border-t pt-4 empty:hidden" id="next">
      {links.signOff ? (
        <LinkButton href={links.signOff} look={canSign && !claim.scheduled ? "primary" : "plain"}>
          {claim.scheduled ? "Read what will be published" : "Read it as readers will, and sign"}
        </LinkButton>
      ) : null}
      {event && steps.length > 0 ? (
        <Form
          action={event}
          id="claim-events"
          done="done"
          shownAt="the claim"
          className="flex flex-wrap gap-2"
        >
          <input type="hidden" name="claimId" value={claim.id} />
          {steps.map((name) => (
            <SubmitButton key={name} name="event" value={name} look="plain">
              {eventWords[name]}
            </SubmitButton>
          ))}
        </Form>
      ) : null}
      {event && claim.allowedEvents.includes("decline") ? (
        <DeclineForm claimId={claim.id} event={event} templates={templates} />
      ) : null}
      <PublishedLinks links={links} isCorrecting={claim.correction !== null} />
    </div>
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

function PublishedLinks({ links, isCorrecting }: { links: ClaimLinks; isCorrecting: boolean }) {
  const items = [
    [links.correction, isCorrecting ? "The open correction" : "Open a correction"],
    [links.notice, "Sign a notice"],
    [links.retraction, "Retract it"],
    [links.withholding, "Withhold a version"],
  ] as const;
  if (items.every(([href]) => !href)) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {items.map(([href, label]) =>
        href ? (
          <LinkButton key={label} href={href}>
            {label}
          </LinkButton>
        ) : null,
      )}
    </div>
  );
}
