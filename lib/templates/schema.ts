import { z } from "zod";
import { choice } from "../core/choice";
import { text } from "../core/text-input";
import { mostCharacters, placeholdersInWords, templateKindWords, unknownPlaceholders } from "./template";

/** The version that was read: 0 of a template that nobody changed. */
const version = z
  .number({ error: "Send the version you read, so that nobody’s change is overwritten." })
  .int()
  .min(0);

const name = text({ max: 80 })
  .transform((given) => given.normalize("NFC").trim().replace(/\s+/gu, " "))
  .refine((given) => !/\p{Cc}/u.test(given), { error: "Write this on one line." });

const longest = Math.max(...Object.values(mostCharacters));

const body = text({ max: longest })
  .overwrite((given) => given.replace(/\r\n?/g, "\n").trim())
  .superRefine((given, context) => {
    const [unknown] = unknownPlaceholders(given);
    if (unknown === undefined) return;
    const message = `“{${unknown}}” is none of the placeholders. They are: ${placeholdersInWords}.`;
    context.addIssue({ code: "custom", message });
  });

export const addTemplateSchema = z.strictObject({
  kind: choice(templateKindWords),
  name,
  body,
});
export type AddTemplateInput = z.output<typeof addTemplateSchema>;

const templateId = z.string().min(1).max(60);

/** The kind of a template stays what it is. */
export const editTemplateSchema = z.strictObject({ templateId, name, body, version });
export type EditTemplateInput = z.output<typeof editTemplateSchema>;

export const retireTemplateSchema = z.strictObject({ templateId, isRetired: z.boolean(), version });
export type RetireTemplateInput = z.output<typeof retireTemplateSchema>;
