import type { Metadata } from "next";
import { LegalReadFields } from "@/components/settings/legal-read-fields";
import { AsksFirst } from "@/components/ui/asks-first";
import { SubmitButton } from "@/components/ui/button";
import { boxWords } from "@/components/ui/box-words";
import { CheckField } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { mayCancelWords } from "@/lib/schedules/cancels-words";
import { waitingAnywhere } from "@/lib/schedules/queries";
import { legalReadWords } from "@/lib/settings/gate-settings";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { topicsOfNoClaim } from "@/lib/settings/topic-settings";
import { topicsOfClaims } from "@/lib/topics/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "The gate" };

const fieldNames = {
  originsNeeded: "Independent origins asked for",
  onePersonDesk: "One person may write and sign",
  legalRead: "Ask for a legal read before sign-off",
  legalReadTopics: "The topics",
};

export default async function GatePage() {
  const viewer = await settingsViewer("gate");
  const [{ gate, site, topics: topicSettings, versions }, waiting, known] = await Promise.all([
    loadSettingsToEdit(),
    waitingAnywhere(viewer),
    topicsOfClaims(viewer),
  ]);
  const besides = mayCancelWords(waiting, site.timeZone);
  return (
    <SettingsFrame
      viewer={viewer}
      place="gate"
      title="The gate"
      lead="What must hold before an editor can sign."
    >
      <AsksFirst besides={besides} isSaidAbove>
        <Form
          action={save}
          id="gate"
          keep="settings:gate"
          className="grid max-w-md gap-4"
          label="The gate"
          fieldNames={fieldNames}
          valueNames={{ onePersonDesk: boxWords, legalRead: legalReadWords }}
        >
          <HiddenField name="version" value={versions.gate} />
          <TextField
            name="originsNeeded"
            type="number"
            min={1}
            max={5}
            label={fieldNames.originsNeeded}
            hint="On the side the rating rests on. An editor may override it, with a reason that is printed."
            defaultValue={String(gate.originsNeeded)}
            required
          />
          <CheckField
            name="onePersonDesk"
            label={fieldNames.onePersonDesk}
            hint="Only for a desk of one. Every page signed this way says so, with the reason."
            defaultChecked={gate.onePersonDesk}
          />
          <LegalReadFields
            gate={gate}
            names={fieldNames}
            known={known}
            unknown={topicsOfNoClaim(gate.legalReadTopics, known, topicSettings)}
          />
          <ConfirmByPassword purpose="to change the gate" />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </AsksFirst>
    </SettingsFrame>
  );
}
