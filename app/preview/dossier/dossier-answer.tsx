import { DossierDocument } from "@/components/application/dossier-document";
import { mayDo } from "@/lib/access/can";
import { currentViewer } from "@/lib/access/viewer.server";
import type { ApplicationFacts } from "@/lib/application/facts";
import { applicationFigures, type ApplicationFigures } from "@/lib/application/figures";
import { loadApplication } from "@/lib/application/queries";
import { applicationRequirements, type Requirement } from "@/lib/application/requirements";
import { problemResponse } from "@/lib/core/api-answer.server";
import { guarded } from "@/lib/core/api-route.server";
import { renderPage } from "../../(public)/render-reader";

type Dossier = {
  facts: ApplicationFacts;
  figures: ApplicationFigures;
  requirements: Requirement[];
  html: Uint8Array;
};

type Make = (dossier: Dossier) => Promise<Response>;

/** Answers with what is made of the dossier as it stands now, for editors and admins. */
export function dossierAnswer(request: Request, make: Make): Promise<Response> {
  return guarded(request, () => forStaff(make));
}

async function forStaff(make: Make): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return problemResponse({ kind: "unauthenticated", code: "sign-in", detail: "Sign in first." });
  const allowed = mayDo(viewer, "application.read");
  if (!allowed.ok) return problemResponse(allowed.error);
  const facts = await loadApplication(new Date());
  const figures = applicationFigures(facts);
  const requirements = applicationRequirements(facts, figures);
  const page = <DossierDocument facts={facts} figures={figures} requirements={requirements} />;
  const { bytes: html } = await renderPage(page);
  return make({ facts, figures, requirements, html });
}
