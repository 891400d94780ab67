import type { EvidenceDto } from "@/lib/claims/dto";
import { WritingNote } from "@/components/live/writing-note";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { EvidenceFields } from "./evidence-fields";
import { disclosureWords, stanceWords } from "./stance-words";

const fieldNames = {
  stance: "What it does",
  shows: "What it shows",
  disclosure: "For readers",
  decisiveReason: "Decisive, because",
  translation: "Our translation",
  translator: "Translated by",
};

type Props = {
  item: EvidenceDto;
  number: number;
  viewer: { id: string };
  action: FormAction;
  doubt?: string;
};

/** Everything about a piece of evidence but the words themselves, which never change. */
export function EvidenceEdit({ item, number, viewer, action, doubt }: Props) {
  return (
    <Form
      action={action}
      id={`edit-${item.id}`}
      className="grid gap-3"
      label={`Change evidence ${number}`}
      fieldNames={fieldNames}
      valueNames={{ stance: stanceWords, disclosure: disclosureWords }}
      keep={`evidence:${item.id}`}
      undoesItself
    >
      <input type="hidden" name="evidenceId" value={item.id} />
      <input type="hidden" name="claimId" value={item.claimId} />
      <HiddenField name="version" value={item.version} />
      <WritingNote kind="evidence" id={item.id} viewerId={viewer.id} />
      <EvidenceFields item={item} doubt={doubt} />
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
