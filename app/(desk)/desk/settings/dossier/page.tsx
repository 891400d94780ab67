import type { Metadata } from "next";
import { RequirementList } from "@/components/application/requirement-list";
import { DossierBeginning } from "@/components/application/dossier-beginning";
import { Section } from "@/components/ui/section";
import { applicationFigures } from "@/lib/application/figures";
import { loadApplication } from "@/lib/application/queries";
import { applicationRequirements } from "@/lib/application/requirements";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";

export const metadata: Metadata = { title: "Application dossier" };

export default async function DossierPage() {
  const viewer = await settingsViewer("dossier");
  const facts = await loadApplication(new Date());
  const requirements = applicationRequirements(facts, applicationFigures(facts));
  return (
    <SettingsFrame
      viewer={viewer}
      place="dossier"
      title="Application dossier"
      lead="What the IFCN Code of Principles and the European Code of Standards (EFCSN) ask for, counted from your signed records."
    >
      {facts.verdicts.length === 0 ? <DossierBeginning /> : <Ways />}
      <Section id="requirements" title="What is there, and what is missing">
        <RequirementList requirements={requirements} />
      </Section>
    </SettingsFrame>
  );
}

function Ways() {
  return (
    <p className="flex flex-wrap gap-2">
      <a className="button button-primary" href="/preview/dossier" target="_blank">
        Open the page to print
      </a>
      <a className="button" href="/preview/dossier/dossier.zip" download>
        Download all of it (ZIP)
      </a>
    </p>
  );
}
