import { expandTemplate, type OfferedTemplate, type TemplateKind, type TemplateValues } from "./template";

/** What is offered on a page: the templates, what stands for their placeholders there, and the one that was chosen. */
export type OfferedTemplates = {
  items: readonly OfferedTemplate[];
  values: TemplateValues;
  /** The newsroom's language, such as "en", in which times are said. */
  language: string;
  /** The page's own address, to which `template=ID` is added. */
  address: string;
  /** The template that the address names. */
  chosen?: string | undefined;
};

/** `said`: what became of the template, for whoever chose it; null when none was chosen. */
export type FilledField = { value: string; said: string | null };

/** A field of this template's kind: an empty one is filled, one with words keeps them. */
export function fillField(
  stored: string | null | undefined,
  template: OfferedTemplate,
  values: TemplateValues,
): FilledField & { said: string } {
  if (stored && stored.trim() !== "")
    return {
      value: stored,
      said: `There are words in the field already, so “${template.name}” was not used. Empty the field first.`,
    };
  const { text, gaps } = expandTemplate(template, values);
  const left = gaps.map((name) => `[${name}]`).join(", ");
  return {
    value: text,
    said: `Filled from “${template.name}”.${left ? ` Still to be written: ${left}.` : ""}`,
  };
}

/** The field to begin with, when the address names a template of its kind; otherwise what is stored. */
export function fieldToBegin(
  kind: TemplateKind,
  stored: string | null | undefined,
  offered?: OfferedTemplates,
): FilledField {
  const template = offered?.items.find((one) => one.id === offered.chosen && one.kind === kind);
  if (!offered || !template) return { value: stored ?? "", said: null };
  return fillField(stored, template, offered.values);
}
