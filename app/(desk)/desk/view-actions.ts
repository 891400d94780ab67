"use server";

import { revalidatePath } from "next/cache";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { saveView as runSaveView, removeView as runRemoveView } from "@/lib/views/commands";
import { removeViewSchema, saveViewSchema } from "@/lib/views/schema";
import { undoEntry } from "./offer-undo";

const refresh = () => revalidatePath("/desk", "layout");

export const saveView = formAction({
  action: "view.write",
  schema: saveViewSchema,
  read: (form) => ({
    name: form.get("name") ?? "",
    query: form.get("query") ?? "",
    isTeam: form.has("isTeam"),
  }),
  command: runSaveView,
  after: refresh,
  goTo: ({ viewId }) => `${places.queue}?view=${encodeURIComponent(viewId)}`,
  undo: ({ entryId }) => undoEntry("View saved.", entryId),
});

export const removeView = formAction({
  action: "view.write",
  schema: removeViewSchema,
  read: (form) => ({ viewId: form.get("viewId") ?? "" }),
  command: runRemoveView,
  after: refresh,
  goTo: () => places.queue,
  undo: ({ entryId }) => undoEntry("View removed.", entryId),
});
