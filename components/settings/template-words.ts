import { templateKinds, templateKindWords, type TemplateKind } from "@/lib/templates/template";

/** What each kind is called, and which form offers it. */
export const kindWords: Record<TemplateKind, { many: string; where: string }> = {
  "write-up": { many: "Write-ups", where: "the write-up of a verdict, in Markdown" },
  "reply-letter": { many: "Letters", where: "“What you asked”, in the right of reply" },
  notice: { many: "Notices", where: "the notice beside a published verdict" },
  correction: { many: "Corrections", where: "what readers are told of a correction" },
  decline: { many: "Decline notes", where: "“In your words”, when you decline" },
};

export const kindOptions = templateKinds.map((value) => ({
  value,
  label: `${templateKindWords[value]}: ${kindWords[value].where}`,
}));
