import { DeclineFields } from "@/components/selection/decline-fields";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { fieldToBegin, type OfferedTemplates } from "@/lib/templates/fill-field";
import type { TipDto } from "@/lib/tips/dto";

type Props = { tip: TipDto; decide: FormAction };

/** The tip becomes a claim, in the desk's words. */
export function ChooseForm({ tip, decide }: Props) {
  return (
    <Form
      action={decide}
      id={`choose-${tip.id}`}
      done="made a claim"
      shownAt="the tips"
      className="grid content-start gap-3"
      label="Check this"
      keep={`choose-tip:${tip.id}`}
    >
      <input type="hidden" name="decision" value="choose" />
      <TextAreaField
        name="text"
        label="The claim, as we will check it"
        hint="What the reader says of themselves stays in the tip: leave it out."
        defaultValue={tip.text}
        required
      />
      <TextAreaField name="reason" label="Why we check it" hint="Readers see it." optional rows={2} />
      <div>
        <SubmitButton look="plain" busy="Making it a claim…">
          Make it a claim
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The tip is not checked, for a reason that stays in the selection ledger. */
export function DeclineForm({ tip, decide, templates }: Props & { templates?: OfferedTemplates }) {
  const note = fieldToBegin("decline", tip.note, templates);
  return (
    <Form
      action={decide}
      id={`decline-${tip.id}`}
      done="declined"
      shownAt="the tips"
      className="grid content-start gap-3"
      label="Decline this"
      keep={`decline-tip:${tip.id}`}
    >
      <input type="hidden" name="decision" value="decline" />
      <DeclineFields label="Why not" templates={templates} note={note} />
    </Form>
  );
}
