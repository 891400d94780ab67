"use server";

import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { saveView as runSaveView, removeView as runRemoveView } from "@/lib/views/commands";
import { removeViewSchema, saveViewSchema } from "@/lib/views/schema";
import { undoEntry } from "./offer-undo";
import { refreshDesk } from "./refresh-desk";

/** Fields: name, query, isTeam, and viewId for one's own view that is changed, unless it is saved `as` a new one. */
export const saveView = formAction({
  action: "view.write",
  schema: saveViewSchema,
  read: (form) => ({
    name: form.get("name") ?? "",
    query: form.get("query") ?? "",
    isTeam: form.has("isTeam"),
    ...(form.get("as") === "new" ? {} : { viewId: filled(form, "viewId") }),
  }),
  command: runSaveView,
  after: refreshDesk,
  goTo: ({ viewId }) => `${places.queue}?view=${encodeURIComponent(viewId)}`,
  undo: ({ entryId }) => undoEntry("View saved.", entryId),
});

export const removeView = formAction({
  action: "view.write",
  schema: removeViewSchema,
  read: (form) => ({ viewId: form.get("viewId") ?? "" }),
  command: runRemoveView,
  after: refreshDesk,
  goTo: () => places.queue,
  undo: ({ entryId }) => undoEntry("View removed.", entryId),
});
