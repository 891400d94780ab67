"use server";

import { redirect } from "next/navigation";
import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { saveView as runSaveView, removeView as runRemoveView } from "@/lib/views/commands";
import { removeViewSchema, saveViewSchema } from "@/lib/views/schema";

export const saveView = formAction({
  action: "view.write",
  schema: saveViewSchema,
  read: (form) => ({
    name: form.get("name") ?? "",
    query: form.get("query") ?? "",
    isTeam: form.has("isTeam"),
  }),
  command: runSaveView,
  after: ({ viewId }) => redirect(`${places.queue}?view=${encodeURIComponent(viewId)}`),
});

export const removeView = formAction({
  action: "view.write",
  schema: removeViewSchema,
  read: (form) => ({ viewId: form.get("viewId") ?? "" }),
  command: runRemoveView,
  after: () => redirect(places.queue),
});
