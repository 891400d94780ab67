import { Disclosure } from "@/components/ui/disclosure";
import { TextField } from "@/components/ui/field";
import { TextAreaField } from "@/components/ui/text-area";

/** Our words for what the source says in another language, and whose they are. */
export function TranslationFields() {
  return (
    <Disclosure summary="It is in another language">
      <div className="grid gap-3">
        <TextAreaField name="translation" label="Our translation" optional serif rows={2} />
        <TextField name="translator" label="Translated by" optional />
      </div>
    </Disclosure>
  );
}

type Props = { label: string; hint?: string; required?: boolean };

/** The words as they are there, in their own language. */
export function OriginalWords({ label, hint, required }: Props) {
  return (
    <TextAreaField
      name="words"
      label={label}
      hint={hint}
      optional={!required}
      required={required}
      serif
      rows={2}
    />
  );
}
