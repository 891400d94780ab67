import type { CaptureViewDto, ExpungeDto } from "@/lib/captures/dto";
import type { Role } from "@/lib/claims/vocabulary";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Section } from "@/components/ui/section";
import { TextAreaField } from "@/components/ui/text-area";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  capture: CaptureViewDto;
  viewer: { id: string; role: Role };
  /** captureId, reason: an admin asks, an editor confirms. */
  action: FormAction;
  now?: string;
};

/** Taking the content out for good takes two people: an admin asks with a reason, an editor confirms. */
export function CaptureExpunge({ capture, viewer, action, now }: Props) {
  if (capture.expunged) return null;
  const open = capture.expunge && !capture.expunge.confirmedAt ? capture.expunge : null;
  if (open) {
    return (
      <Section id="expunge" title="Taking the content out">
        <Asked open={open} viewer={viewer} now={now} />
        {viewer.role === "editor" && viewer.id !== open.requestedBy.id ? (
          <Confirm captureId={capture.id} open={open} action={action} />
        ) : (
          <p className="text-ink-2">An editor has to confirm this. Until then nothing is taken out.</p>
        )}
      </Section>
    );
  }
  if (viewer.role !== "admin") return null;
  return (
    <div className="mt-6 border-t pt-2">
      <Disclosure summary="Take the content out" quiet>
        <Form
          action={action}
          id="ask-expunge"
          done="asked for"
          shownAt="this page"
          keep={`expunge:${capture.id}`}
          className="grid gap-3"
        >
          <input type="hidden" name="captureId" value={capture.id} />
          <p className="text-sm text-ink-2">
            For what must not be kept: a court order, personal data, a person in danger. An editor has to
            confirm. The bytes and the text are then gone for good; the hash, the date and the log stay.
          </p>
          <TextAreaField
            name="reason"
            label="Why it must go"
            required
            hint="The editor and the log read this."
          />
          <div>
            <SubmitButton look="plain" busy="Asking…">
              Ask an editor
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}

type AskedProps = { open: ExpungeDto; viewer: { id: string }; now: string | undefined };

function Asked({ open, viewer, now }: AskedProps) {
  return (
    <p className="border-t py-2">
      {open.requestedBy.id === viewer.id ? "You" : open.requestedBy.name} asked{" "}
      <TimeAgo at={open.requestedAt} now={now} /> to take the content out: <q>{open.reason}</q>
    </p>
  );
}

function Confirm({ captureId, open, action }: { captureId: string; open: ExpungeDto; action: FormAction }) {
  return (
    <Form action={action} id="confirm-expunge" done="expunged" shownAt="this page" className="grid gap-2">
      <input type="hidden" name="captureId" value={captureId} />
      <input type="hidden" name="reason" value={open.reason} />
      <p className="text-sm text-ink-2">
        This cannot be undone. Quotes keep their words, but nobody can look them up in this capture again.
      </p>
      <div>
        <SubmitButton look="primary" busy="Taking it out…">
          Take the content out for good
        </SubmitButton>
      </div>
    </Form>
  );
}
