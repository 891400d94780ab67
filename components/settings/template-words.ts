import { templateKinds, type TemplateKind } from "@/lib/templates/template";

/** What each kind is called, and which form offers it. */
export const kindWords: Record<TemplateKind, { one: string; many: string; where: string }> = {
  "write-up": { one: "Write-up", many: "Write-ups", where: "the write-up of a verdict, in Markdown" },
  "reply-letter": { one: "Letter", many: "Letters", where: "“What you asked”, in the right of reply" },
  notice: { one: "Notice", many: "Notices", where: "the notice beside a published verdict" },
  correction: { one: "Correction", many: "Corrections", where: "what readers are told of a correction" },
  decline: { one: "Decline note", many: "Decline notes", where: "“In your words”, when you decline" },
};

export const kindOptions = templateKinds.map((value) => ({
  value,
  label: `${kindWords[value].one}: ${kindWords[value].where}`,
}));
