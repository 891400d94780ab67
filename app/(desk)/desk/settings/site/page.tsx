import type { Metadata } from "next";
import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select";
import { en } from "@/lib/words/en";
import { readerLanguages } from "@/lib/words/reader";
import { mayCancelWords } from "@/lib/schedules/cancels-words";
import { waitingAnywhere } from "@/lib/schedules/queries";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { languageChoices, timeZoneChoices } from "@/lib/settings/site-choices";
import { languageName } from "@/lib/settings/at-a-glance";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "The newsroom" };

const spoken = en.speech.list(readerLanguages.map(languageName));

const fieldNames = {
  name: "Name",
  language: "Language",
  label: "Line across every page",
  timeZone: "Time zone",
};

export default async function SitePage() {
  const viewer = await settingsViewer("site");
  const [{ site, versions }, waiting] = await Promise.all([loadSettingsToEdit(), waitingAnywhere(viewer)]);
  const besides = mayCancelWords(waiting, site.timeZone);
  return (
    <SettingsFrame
      viewer={viewer}
      place="site"
      title="The newsroom"
      lead="Name, language, time zone and a line across every page. What you write about yourselves is under Pages."
    >
      <AsksFirst besides={besides} isSaidAbove>
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
          <SelectField
            name="language"
            label={fieldNames.language}
            options={languageChoices(site.language)}
            hint={`What you write is published in it. Readers’ pages speak ${spoken}; around any other language they speak English.`}
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
          <SelectField
            name="timeZone"
            label={fieldNames.timeZone}
            options={timeZoneChoices(site.timeZone)}
            hint="The desk types and reads times in it."
            defaultValue={site.timeZone}
            required
          />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </SettingsFrame>
  );
}
