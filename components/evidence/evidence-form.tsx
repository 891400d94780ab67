import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { TranslationFields } from "./original-fields";
import { EvidenceFields } from "./evidence-fields";

type Props = { claimId: string; articles: { id: string; name: string }[]; action: FormAction };

/** Evidence by pasting the words; the capture is searched for them. */
export function EvidenceForm({ claimId, articles, action }: Props) {
  return (
    <Form
      action={action}
      id="add-evidence"
      done="logged"
      shownAt="the claim"
      className="grid gap-3"
      label="Add evidence"
      keep={`add-evidence:${claimId}`}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <SelectField
        name="articleId"
        label="Article"
        options={articles.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <TextAreaField
        name="exact"
        label="Quote"
        hint="Word for word. We look for it in the capture."
        serif
        required
      />
      <TranslationFields />
      <EvidenceFields />
      <div>
        <SubmitButton look="plain" busy="Looking for the words…">
          Add evidence
        </SubmitButton>
      </div>
    </Form>
  );
}
