import type { Metadata } from "next";
import { TemplateForm } from "@/components/settings/template-forms";
import { TemplatesList } from "@/components/settings/templates-list";
import { Section } from "@/components/ui/section";
import { can } from "@/lib/access/can";
import { listTemplates } from "@/lib/templates/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { add } from "./actions";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const viewer = await settingsViewer("templates");
  const mayWrite = can(viewer, "template.write");
  return (
    <SettingsFrame
      viewer={viewer}
      place="templates"
      title="Templates"
      lead="Texts you write often. The form that each is for offers it, and fills it in only where nothing is written yet."
    >
      <TemplatesList templates={await listTemplates()} mayWrite={mayWrite} />
      {mayWrite ? (
        <Section id="add" title="Add one">
          <TemplateForm action={add} />
        </Section>
      ) : null}
    </SettingsFrame>
  );
}
