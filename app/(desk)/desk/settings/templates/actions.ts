"use server";

import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, wholeNumber } from "@/lib/core/form-fields";
import { addTemplate, editTemplate, retireTemplate } from "@/lib/templates/commands";
import { addTemplateSchema, editTemplateSchema, retireTemplateSchema } from "@/lib/templates/schema";
import { undoEntry } from "../../offer-undo";
import { refreshDesk } from "../../refresh-desk";

// Pages of claims offer them too.
const words = (form: FormData) => ({
  name: String(form.get("name") ?? ""),
  body: String(form.get("body") ?? ""),
});

/** Fields: kind, name, body. */
export const add = formAction({
  action: "template.write",
  schema: addTemplateSchema,
  read: (form) => ({ kind: filled(form, "kind"), ...words(form) }),
  command: addTemplate,
  after: ({ templateId }) => {
    refreshDesk();
    redirect(places.template(templateId));
  },
});

const stored = (form: FormData) => ({
  templateId: String(form.get("templateId") ?? ""),
  version: wholeNumber(form, "version"),
});

/** Fields: templateId, version, name, body. */
export const edit = formAction({
  action: "template.write",
  schema: editTemplateSchema,
  read: (form) => ({ ...stored(form), ...words(form) }),
  command: editTemplate,
  after: () => {
    refreshDesk();
    return "Saved. What was written with it before stays as it is.";
  },
  undo: ({ entryId }) => undoEntry("Template changed.", entryId),
});

/** Fields: templateId, version, isRetired (true or false). */
export const retire = formAction({
  action: "template.write",
  schema: retireTemplateSchema,
  read: (form) => ({ ...stored(form), isRetired: form.get("isRetired") === "true" }),
  command: retireTemplate,
  after: (_done, { isRetired }) => {
    refreshDesk();
    return isRetired ? "Forms offer it no more." : "Forms offer it again.";
  },
  undo: ({ version }, { templateId, isRetired, version: read }) =>
    version === read
      ? undefined
      : {
          words: isRetired ? "Template retired." : "Template brought back.",
          act: "retire-template",
          fields: { templateId, version: String(version), isRetired: String(!isRetired) },
        },
});
