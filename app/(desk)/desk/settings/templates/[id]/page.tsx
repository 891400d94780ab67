import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RetireTemplateForm, TemplateForm } from "@/components/settings/template-forms";
import { kindWords } from "@/components/settings/template-words";
import { templateKindWords } from "@/lib/templates/template";
import { Section } from "@/components/ui/section";
import { TimeAgo } from "@/components/ui/time-ago";
import { can } from "@/lib/access/can";
import { cleanText } from "@/lib/core/text-input";
import { getTemplate } from "@/lib/templates/queries";
import { SettingsFrame } from "../../settings-frame";
import { settingsViewer } from "../../settings-viewer";
import { edit, retire } from "../actions";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await settingsViewer("templates");
  const template = await getTemplate(cleanText((await params).id));
  if (!template) notFound();
  const mayWrite = can(viewer, "template.write");
  return (
    <SettingsFrame
      viewer={viewer}
      place="templates"
      title={template.name}
      lead={
        <>
          {templateKindWords[template.kind]}: fills {kindWords[template.kind].where}. Changed{" "}
          <TimeAgo at={template.updatedAt} now={new Date().toISOString()} />.
        </>
      }
    >
      {mayWrite ? (
        <>
          <TemplateForm template={template} action={edit} />
          <Section id="retire" title={template.isRetired ? "Retired" : "Retire it"}>
            <RetireTemplateForm template={template} action={retire} />
          </Section>
        </>
      ) : (
        <>
          <p className="max-w-prose font-serif text-md wrap-anywhere whitespace-pre-wrap">{template.body}</p>
          <p className="mt-2 text-ink-2">
            {template.isRetired ? "It is retired: forms do not offer it. " : ""}An editor or an admin changes
            it.
          </p>
        </>
      )}
    </SettingsFrame>
  );
}
