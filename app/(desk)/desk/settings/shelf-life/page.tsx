import type { Metadata } from "next";
import { kindWords } from "@/lib/claims/vocabulary-words";
import { TopicsToName } from "@/components/settings/topics-to-name";
import { SubmitButton } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { TextAreaField } from "@/components/ui/text-area";
import { claimKinds } from "@/lib/claims/vocabulary";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { topicsOfNoClaim } from "@/lib/settings/topic-settings";
import { topicsOfClaims } from "@/lib/topics/queries";
import { topicLines } from "@/lib/shelf-life/periods";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Shelf life" };

const fieldNames = {
  topics: "Days, by topic",
  ...Object.fromEntries(claimKinds.map((kind) => [`days.${kind}`, `Days, ${kindWords[kind]}`])),
};

export default async function ShelfLifePage() {
  const viewer = await settingsViewer("shelf-life");
  const [{ shelfLife, topics: topicSettings, versions }, known] = await Promise.all([
    loadSettingsToEdit(),
    topicsOfClaims(viewer),
  ]);
  return (
    <SettingsFrame
      viewer={viewer}
      place="shelf-life"
      title="Shelf life"
      lead="How many days until somebody checks that what you published still holds, from the day the finding gives as “true as of” or else from publication. Dates that are set stay; what was published without one gets its date when you save days for it."
    >
      <Form
        action={save}
        id="shelf-life"
        keep="settings:shelf-life"
        className="grid max-w-md gap-4"
        label="Shelf life"
        fieldNames={fieldNames}
      >
        <HiddenField name="version" value={versions.shelfLife} />
        <fieldset className="grid gap-x-6 gap-y-4 tabs:grid-cols-2" aria-describedby="days-hint">
          <legend className="font-semibold">Days, by the kind of claim</legend>
          <p id="days-hint" className="text-sm text-ink-3 tabs:col-span-2">
            Empty: never, unless a topic below says so.
          </p>
          {claimKinds.map((kind) => (
            <TextField
              key={kind}
              name={`days.${kind}`}
              type="number"
              min={1}
              max={3650}
              label={kindWords[kind]}
              unit="days"
              defaultValue={shelfLife.byKind[kind]?.toString() ?? ""}
            />
          ))}
        </fieldset>
        <TextAreaField
          name="topics"
          label={fieldNames.topics}
          hint="One a line, such as “Prices: 30”. A topic goes before the kind; of several the shortest counts."
          rows={5}
          optional
          defaultValue={topicLines(shelfLife.byTopic)}
        />
        <TopicsToName
          known={known}
          unknown={topicsOfNoClaim(
            shelfLife.byTopic.map(({ topic }) => topic),
            known,
            topicSettings,
          )}
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
