"use server";

import { revalidatePath } from "next/cache";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formAction } from "@/lib/core/form-action.server";
import { mergeTopic, renameTopic, retireTopic, type TopicMoved } from "@/lib/topics/commands";
import { mergeTopicSchema, renameTopicSchema, retireTopicSchema } from "@/lib/topics/schema";
import { undoEntry } from "../../offer-undo";

const topics = "/desk/settings/topics";

function read(form: FormData, ...names: string[]) {
  const { version, ...fields } = fieldsOf(form, ...names, "version");
  return { name: "", ...fields, version: Number(version) };
}

function told({ name, claims }: TopicMoved): string {
  revalidatePath(topics);
  return `${claims === 1 ? "One claim has" : `${claims} claims have`} “${name}” now. Published verdicts keep their word.`;
}

/** Fields: name, to, version. */
export const rename = formAction({
  action: "settings.write",
  schema: renameTopicSchema,
  read: (form) => ({ to: "", ...read(form, "name", "to") }),
  command: renameTopic,
  after: told,
  undo: ({ entryId }) => undoEntry("Topic renamed.", entryId),
});

/** Fields: name, into, version. */
export const merge = formAction({
  action: "settings.write",
  schema: mergeTopicSchema,
  read: (form) => ({ into: "", ...read(form, "name", "into") }),
  command: mergeTopic,
  after: told,
  undo: ({ entryId }) => undoEntry("Topics made one.", entryId),
});

/** Fields: name, isRetired (true or false), version. */
export const retire = formAction({
  action: "settings.write",
  schema: retireTopicSchema,
  read: (form) => ({ ...read(form, "name"), isRetired: form.get("isRetired") === "true" }),
  command: retireTopic,
  after: (_done, { name, isRetired }) => {
    revalidatePath(topics);
    return isRetired ? `“${name}” is offered no more.` : `“${name}” is offered again.`;
  },
  undo: ({ version }, { name, isRetired }) => ({
    words: isRetired ? "Topic retired." : "Topic brought back.",
    act: "retire-topic",
    fields: { name, version: String(version), isRetired: String(!isRetired) },
  }),
});
