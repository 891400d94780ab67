import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/button";
import { boxWords } from "@/components/ui/box-words";
import { CheckField } from "@/components/ui/choice";
import { HiddenField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { mayCancelWords } from "@/lib/schedules/cancels-words";
import { waitingAnywhere } from "@/lib/schedules/queries";
import { loadSettingsToEdit } from "@/lib/settings/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "The desk" };

const fieldNames = {
  showsSearches: "Readers see what was searched",
  internsSeeOwn: "Interns see only claims they wrote, are assigned to, or are asked to review",
};

export default async function DeskSettingsPage() {
  const viewer = await settingsViewer("desk");
  const [{ desk, site, versions }, waiting] = await Promise.all([
    loadSettingsToEdit(),
    waitingAnywhere(viewer),
  ]);
  const words = mayCancelWords(waiting, site.timeZone);
  // Only whether searches are printed is asked when something is published.
  const besidesWhen = words && { words, name: "showsSearches", value: desk.showsSearches ? "" : "on" };
  return (
    <SettingsFrame
      viewer={viewer}
      place="desk"
      title="The desk"
      lead="What readers are told of the work, and who on the desk sees how much of it."
    >
      <Form
        action={save}
        id="desk"
        className="grid max-w-xl gap-4"
        label="The desk"
        fieldNames={fieldNames}
        valueNames={{ showsSearches: boxWords, internsSeeOwn: boxWords }}
        {...(besidesWhen ? { besidesWhen } : {})}
      >
        <HiddenField name="version" value={versions.desk} />
        <CheckField
          name="showsSearches"
          label={fieldNames.showsSearches}
          hint="Where, for what, when, and that nothing was found. Each search can still be kept back. What is published already stays as it was signed."
          defaultChecked={desk.showsSearches}
        />
        <CheckField
          name="internsSeeOwn"
          label={fieldNames.internsSeeOwn}
          hint="A comment that names them asks them. They see the articles they added and those that these claims use, and no tips that wait. They see nothing else; what is published they read as readers do. Who is an intern is said under People."
          defaultChecked={desk.internsSeeOwn}
        />
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
