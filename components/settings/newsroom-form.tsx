import { SubmitButton } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choice";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  values: {
    name: string;
    language: string;
    label: string | null;
    about: string;
    funding: string;
    contact: string;
    originsNeeded: number;
    onePersonDesk: boolean;
  };
  /** Fields: name, language, label, about, funding, contact, originsNeeded, onePersonDesk (on or absent). */
  action: FormAction;
};

/** The newsroom's own choices; each change is logged. */
export function NewsroomForm({ values, action }: Props) {
  return (
    <Form action={action} id="newsroom" className="grid max-w-md gap-4" label="The newsroom">
      <TextField
        name="name"
        label="Name of the newsroom"
        hint="Printed on every page."
        defaultValue={values.name}
        required
      />
      <TextAreaField
        name="label"
        label="Line across every page"
        optional
        hint="For a demonstration: “Demonstration, not a finding”."
        defaultValue={values.label}
        rows={1}
      />
      <TextField
        name="language"
        label="Language of the pages"
        hint="en, uk, ko …"
        defaultValue={values.language}
        required
      />
      <TextAreaField
        name="about"
        label="Who you are"
        optional
        hint="Printed on the page about the newsroom."
        defaultValue={values.about}
      />
      <TextAreaField name="funding" label="Who pays for it" optional defaultValue={values.funding} />
      <TextField
        name="contact"
        label="How readers reach you"
        optional
        hint="An e-mail address"
        defaultValue={values.contact}
      />
      <TextField
        name="originsNeeded"
        type="number"
        min={1}
        max={9}
        label="Independent origins asked for"
        defaultValue={String(values.originsNeeded)}
        required
      />
      <CheckField
        name="onePersonDesk"
        label="One person may write and sign"
        hint="Only for a desk of one. Every page signed this way says so, with the reason."
        defaultChecked={values.onePersonDesk}
      />
      <div>
        <SubmitButton look="plain">Save</SubmitButton>
      </div>
    </Form>
  );
}
