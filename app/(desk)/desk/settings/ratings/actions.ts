"use server";

import { revalidatePath } from "next/cache";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formAction, type FormState } from "@/lib/core/form-action.server";
import { addRating, editRating, removeRating } from "@/lib/settings/commands";
import { addRatingSchema, editRatingSchema, removeRatingSchema } from "@/lib/settings/schema";

const ratings = "/desk/settings/ratings";

const editOne = formAction({
  action: "settings.write",
  schema: editRatingSchema,
  read: (form) => {
    const { position, version, ...fields } = fieldsOf(
      form,
      "code",
      "label",
      "meaning",
      "position",
      "version",
    );
    return {
      label: "",
      meaning: "",
      ...fields,
      ...(position ? { position: Number(position) } : {}),
      version: Number(version),
    };
  },
  command: editRating,
  after: () => {
    revalidatePath(ratings);
    return "Saved. Published verdicts keep their words.";
  },
});

/** Fields: code, label, meaning, position. The version that was read is bound by the page. */
export async function edit(version: number, state: FormState, form: FormData): Promise<FormState> {
  form.set("version", String(version));
  const answer = await editOne(state, form);
  // Stale: the page is read again, so that the next try is about what now stands.
  if (answer && !answer.ok) revalidatePath(ratings);
  return answer;
}

/** Fields: code, label, meaning, number, marks (repeated), version. */
export const add = formAction({
  action: "settings.write",
  schema: addRatingSchema,
  read: (form) => {
    const { number, version, ...fields } = fieldsOf(form, "code", "label", "meaning", "number", "version");
    return {
      code: "",
      label: "",
      meaning: "",
      ...fields,
      number: number ? Number(number) : null,
      marks: form.getAll("marks"),
      version: Number(version),
    };
  },
  command: addRating,
  after: () => {
    revalidatePath(ratings);
    return "Added at the end of the scale.";
  },
});

/** Fields: code, version. */
export const remove = formAction({
  action: "settings.write",
  schema: removeRatingSchema,
  read: (form) => {
    const { version, ...fields } = fieldsOf(form, "code", "version");
    return { ...fields, version: Number(version) };
  },
  command: removeRating,
  after: () => {
    revalidatePath(ratings);
    return "Taken off the scale.";
  },
});
