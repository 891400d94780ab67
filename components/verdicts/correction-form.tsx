import type { CorrectionClass } from "@/lib/claims/dossier";
import { SubmitButton } from "@/components/ui/button";
import { RadioField } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";

const classes: { value: CorrectionClass; label: string; hint: string }[] = [
  { value: "typo", label: "Typing error", hint: "nothing it says changes" },
  { value: "clarification", label: "Clarification", hint: "the same meaning, said more clearly" },
  { value: "update", label: "Update", hint: "new facts have come in; nothing was wrong" },
  { value: "correction", label: "Correction", hint: "we had something wrong" },
  {
    value: "verdict-change",
    label: "Change of verdict",
    hint: "the rating or the finding becomes another one",
  },
];

type Props = { claimId: string; version: number; action: FormAction };

/** Opens a correction; the published version stands until the next one is signed. Fields: claimId, class, reason. */
export function CorrectionForm({ claimId, version, action }: Props) {
  return (
    <Form action={action} id="correction" className="grid gap-4" label="Open a correction">
      <input type="hidden" name="claimId" value={claimId} />
      <RadioField
        name="class"
        legend="What kind of change"
        hint="A changed figure, name, quotation, date, rating or finding is never a typing error or a clarification."
        options={classes}
        required
      />
      <TextAreaField
        name="reason"
        label="What readers are told"
        hint="“We wrote $34M; the source says at least.” Say what was wrong and what is right."
        required
      />
      <p className="text-ink-2">Version {version} stays public until an editor signs the next one.</p>
      <div>
        <SubmitButton busy="Opening…">Open the correction</SubmitButton>
      </div>
    </Form>
  );
}
