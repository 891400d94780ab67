import { placeholders } from "../../templates/template";
import type { DossierVerdict } from "../../claims/dossier";
import type { Checker } from "./check";
import { gateIssue } from "./check";

/**
 * A gap that a template left open, as `expandTemplate` writes it: "[claimant]", also with the strokes that Markdown puts
 * before brackets. The words of a link are no gap.
 */
const gap = new RegExp(String.raw`\\?\[(${placeholders.join("|")})\\?\](?!\()`, "gu");

/** What readers see of the draft in words of our own, each with what the desk calls it. */
function printedTexts(verdict: DossierVerdict): { field: string; called: string; text: string }[] {
  return [
    { field: "finding", called: "The finding", text: verdict.finding },
    ...verdict.summary.map((text, index) => ({
      field: `summary.${index}`,
      called: `Point ${index + 1}`,
      text,
    })),
    { field: "writeUp", called: "The write-up", text: verdict.writeUp },
    { field: "notEstablished", called: "“What we could not establish”", text: verdict.notEstablished },
    { field: "notInThisCheck", called: "“What is not part of this check”", text: verdict.notInThisCheck },
  ];
}

/** It may be overridden: an editor's own "[today]" inside a quotation reads the same. */
export const placeholderLeft: Checker = (context) =>
  printedTexts(context.dossier.verdict).flatMap(({ field, called, text }) => {
    const names = [...new Set([...text.matchAll(gap)].map(([, name]) => `“[${name}]”`))];
    if (names.length === 0) return [];
    const message = `${called} still says ${names.join(" and ")}, which a template left open. Write what belongs there.`;
    return [gateIssue(context, "placeholder-left", `verdict.${field}`, message)];
  });
