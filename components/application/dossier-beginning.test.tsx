import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { places } from "@/components/layout/places";
import { DossierBeginning } from "./dossier-beginning";

it("an empty dossier says what it is and leads to the two things it begins with", () => {
  const html = renderToStaticMarkup(<DossierBeginning />);
  expect(html).toContain("signatory of the IFCN or the EFCSN");
  for (const href of [places.sitePages, places.newClaim]) expect(html).toContain(`href="${href}"`);
});
