import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/button";
import { boxWords } from "@/components/ui/box-words";
import { CheckField } from "@/components/ui/choice";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { hoursInWords } from "@/lib/settings/at-a-glance";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Watching sources" };

const intervals = [
  { name: "freshHours", label: "In its first two days" },
  { name: "recentHours", label: "In its first two weeks" },
  { name: "settledHours", label: "In its first three months" },
  { name: "oldHours", label: "After that" },
] as const;

const fieldNames = {
  isOn: "Look at sources again without being asked",
  hostDelaySeconds: "Seconds between two visits to one site",
  maxPerRun: "Pages in one run",
  ...Object.fromEntries(
    intervals.map(({ name, label }) => [name, `Hours between two looks, ${label.toLowerCase()}`]),
  ),
};

/** Nobody reads 168 hours as a week. */
function hintOf(hours: number): string | undefined {
  const words = hoursInWords(hours);
  return words.endsWith("days") ? `${hours} hours are ${words}.` : undefined;
}

export default async function WatchPage() {
  const viewer = await settingsViewer("watch");
  const { watch, versions } = await loadSettingsToEdit();
  return (
    <SettingsFrame
      viewer={viewer}
      place="watch"
      title="Watching sources"
      lead="Pages that claims lean on are looked at again, so that a silent edit does not stay unseen. Where a site’s robots.txt forbids it, we do not look."
    >
      <Form
        action={save}
        id="watch"
        className="grid max-w-md gap-4"
        label="Watching sources"
        fieldNames={fieldNames}
        valueNames={{ isOn: boxWords }}
      >
        <HiddenField name="version" value={versions.watch} />
        <CheckField
          name="isOn"
          label={fieldNames.isOn}
          hint="When off, nothing is fetched unless a person asks for it."
          defaultChecked={watch.isOn}
        />
        <fieldset className="grid gap-x-6 gap-y-4 tabs:grid-cols-2">
          <legend className="mb-2 font-semibold">Hours between two looks at an article</legend>
          {intervals.map(({ name, label }) => (
            <TextField
              key={name}
              name={name}
              type="number"
              min={1}
              label={label}
              hint={hintOf(watch[name])}
              defaultValue={String(watch[name])}
              required
            />
          ))}
        </fieldset>
        <TextField
          name="hostDelaySeconds"
          type="number"
          min={5}
          max={3600}
          label={fieldNames.hostDelaySeconds}
          hint="A site that asks for more gets more."
          defaultValue={String(watch.hostDelaySeconds)}
          required
        />
        <TextField
          name="maxPerRun"
          type="number"
          min={1}
          max={200}
          label={fieldNames.maxPerRun}
          hint="A run is every half minute, with one page of each site."
          defaultValue={String(watch.maxPerRun)}
          required
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
