import type { EvidenceDto } from "@/lib/claims/dto";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { EvidenceFields } from "./evidence-fields";

/** Everything about a piece of evidence but the words themselves, which never change. */
export function EvidenceEdit({ item, action }: { item: EvidenceDto; action: FormAction }) {
  return (
    <Form action={action} id={`edit-${item.id}`} className="grid gap-3">
      <input type="hidden" name="evidenceId" value={item.id} />
      <input type="hidden" name="claimId" value={item.claimId} />
      <EvidenceFields item={item} />
      <TextAreaField
        name="translation"
        label="Our translation"
        optional
        serif
        rows={2}
        defaultValue={item.translation?.text}
      />
      <TextField
        name="translator"
        label="Translated by"
        optional
        defaultValue={item.translation?.translator}
      />
      <div>
        <SubmitButton look="plain" small>
          Save
        </SubmitButton>
      </div>
    </Form>
  );
}
