"use server";

import { revalidatePath } from "next/cache";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formAction, type FormState } from "@/lib/core/form-action.server";
import { addRating, editRating, removeRating } from "@/lib/settings/commands";
import { addRatingSchema, editRatingSchema, removeRatingSchema } from "@/lib/settings/schema";
import { undoEntry } from "../../offer-undo";

const ratings = "/desk/settings/ratings";

/** The code of a rating is given in `identifier`: a field named as a code is taken for one of a second factor, and not given back. */
const fieldAt = (path: string) => (path === "code" ? "identifier" : path);

const editOne = formAction({
  action: "settings.write",
  schema: editRatingSchema,
  read: (form) => {
    const { identifier, position, version, ...fields } = fieldsOf(
      form,
      "identifier",
      "label",
      "meaning",
      "position",
      "version",
    );
    return {
      label: "",
      meaning: "",
      ...fields,
      code: identifier,
      ...(position ? { position: Number(position) } : {}),
      version: Number(version),
    };
  },
  command: editRating,
  after: () => {
    revalidatePath(ratings);
    return "Saved. Published verdicts keep their words.";
  },
  undo: ({ entryId }) => undoEntry("Rating changed.", entryId),
});

/** Fields: identifier (a code), label, meaning, position. The version that was read is bound by the page. */
export async function edit(version: number, state: FormState, form: FormData): Promise<FormState> {
  form.set("version", String(version));
  const answer = await editOne(state, form);
  // Stale: the page is read again, so that the next try is about what now stands.
  if (answer && !answer.ok) revalidatePath(ratings);
  return answer;
}

/** Fields: identifier (a code), label, meaning, number, marks (repeated), version. */
export const add = formAction({
  action: "settings.write",
  schema: addRatingSchema,
  fieldAt,
  read: (form) => {
    const names = ["identifier", "label", "meaning", "number", "version"] as const;
    const { identifier, number, version, ...fields } = fieldsOf(form, ...names);
    return {
      label: "",
      meaning: "",
      ...fields,
      code: identifier ?? "",
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
  undo: ({ entryId }) => undoEntry("Rating added.", entryId),
});

/** Fields: identifier (a code), version. */
export const remove = formAction({
  action: "settings.write",
  schema: removeRatingSchema,
  fieldAt,
  read: (form) => {
    const { identifier, version } = fieldsOf(form, "identifier", "version");
    return { ...(identifier === undefined ? {} : { code: identifier }), version: Number(version) };
  },
  command: removeRating,
  after: () => {
    revalidatePath(ratings);
    return "Taken off the scale.";
  },
  undo: ({ entryId }) => undoEntry("Rating removed from the scale.", entryId),
});
