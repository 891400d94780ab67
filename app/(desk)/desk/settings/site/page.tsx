import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextAreaField } from "@/components/ui/text-area";
import { en } from "@/lib/words/en";
import { readerLanguages } from "@/lib/words/reader";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "The newsroom" };

const spoken = en.speech.list(
  readerLanguages.map(
    (language) => new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language,
  ),
);

const fieldNames = {
  name: "Name",
  language: "Language",
  label: "Line across every page",
  about: "Who you are",
  funding: "Who pays",
  contact: "How to reach you",
};

export default async function SitePage() {
  const viewer = await settingsViewer("site");
  const { site, versions } = await loadSettingsToEdit();
  return (
    <SettingsFrame viewer={viewer} place="site" title="The newsroom" lead="What readers are told about you.">
      <Form
        action={save}
        id="site"
        className="grid max-w-xl gap-4"
        label="The newsroom"
        fieldNames={fieldNames}
      >
        <HiddenField name="version" value={versions.site} />
        <TextField
          name="name"
          label={fieldNames.name}
          hint="Printed on every page."
          defaultValue={site.name}
          required
        />
        <TextField
          name="language"
          label={fieldNames.language}
          hint={`A code, such as en or uk. What you write is published in it. Readers’ pages speak ${spoken}; around any other language they speak English.`}
          defaultValue={site.language}
          required
        />
        <TextField
          name="label"
          label={fieldNames.label}
          optional
          hint="For a demonstration: “Demonstration, not a finding”."
          defaultValue={site.label}
        />
        <TextAreaField name="about" label={fieldNames.about} optional defaultValue={site.about} rows={4} />
        <TextAreaField
          name="funding"
          label={fieldNames.funding}
          optional
          defaultValue={site.funding}
          rows={3}
        />
        <TextAreaField
          name="contact"
          label={fieldNames.contact}
          optional
          defaultValue={site.contact}
          rows={2}
        />
        <div>
          <SubmitButton look="plain">Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
