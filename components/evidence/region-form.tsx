import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select";
import { TextAreaField } from "@/components/ui/text-area";
import { EvidenceFields } from "./evidence-fields";

type Props = { claimId: string; articles: { id: string; name: string }[]; action: FormAction };

/** Part of a picture, page, recording or table: where it is, and what can be seen or heard there. */
export function RegionForm({ claimId, articles, action }: Props) {
  return (
    <Form action={action} id="add-region" className="grid gap-3" label="Add part of a picture or file">
      <input type="hidden" name="claimId" value={claimId} />
      <SelectField
        name="articleId"
        label="Article or file"
        options={articles.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <TextField
        name="region"
        label="Where"
        hint="page=3 · xywh=percent:10,20,30,15 · t=62,75 · row=12"
        required
      />
      <TextAreaField
        name="description"
        label="What is seen or heard there"
        hint="A second person confirms this before it counts."
        rows={2}
        required
      />
      <EvidenceFields />
      <div>
        <SubmitButton>Add evidence</SubmitButton>
      </div>
    </Form>
  );
}
