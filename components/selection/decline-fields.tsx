import { declineOptions } from "@/components/claims/claim-words";
import { UseTemplate } from "@/components/templates/use-template";
import { SubmitButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import type { fieldToBegin, OfferedTemplates } from "@/lib/templates/fill-field";

type Props = {
  label: string;
  templates: OfferedTemplates | undefined;
  note: ReturnType<typeof fieldToBegin>;
};

/** Why something is not checked, from the list and in words, as the selection ledger keeps it; with its button. */
export function DeclineFields({ label, templates, note }: Props) {
  return (
    <>
      <SelectField name="reason" label={label} options={declineOptions} empty="Choose" required />
      <UseTemplate field="note" kind="decline" offered={templates} said={note.said} />
      <TextAreaField name="note" label="In your words" optional rows={2} defaultValue={note.value} />
      <p className="text-sm text-ink-3">It stays in the list of what we chose not to check.</p>
      <div>
        <SubmitButton look="plain" busy="Declining…">
          Decline
        </SubmitButton>
      </div>
    </>
  );
}
