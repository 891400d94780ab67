"use server";

import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { editOutlet as runEdit, nameOutlet as runName } from "@/lib/outlets/commands/edit-outlet";
import { mergeOutlets as runMerge } from "@/lib/outlets/commands/merge-outlets";
import { editOutletSchema, mergeOutletSchema, nameOutletSchema } from "@/lib/outlets/schema";
import { undoEntry } from "../../offer-undo";
import { refreshDesk } from "../../refresh-desk";

export const editOutlet = formAction({
  action: "outlet.write",
  schema: about(editOutletSchema),
  read: (form) => ({
    id: filled(form, "outletId"),
    input: {
      name: String(form.get("name") ?? ""),
      host: filled(form, "host") ?? null,
      owner: filled(form, "owner") ?? null,
      agency: form.has("agency"),
      version: wholeNumber(form, "version"),
    },
  }),
  command: (viewer, { id, input }, now) => runEdit(viewer, id, input, now),
  after: () => {
    refreshDesk();
    return "Saved.";
  },
  undo: ({ entryId }) => undoEntry("Outlet changed.", entryId),
});

export const nameOutlet = formAction({
  action: "outlet.write",
  schema: about(nameOutletSchema),
  read: (form) => ({ id: filled(form, "outletId"), input: { name: String(form.get("name") ?? "") } }),
  command: (viewer, { id, input }, now) => runName(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Name added.", entryId),
});

export const mergeOutlet = formAction({
  action: "outlet.write",
  schema: about(mergeOutletSchema),
  read: (form) => ({ id: filled(form, "outletId"), input: { into: String(form.get("into") ?? "") } }),
  command: (viewer, { id, input }, now) => runMerge(viewer, id, input, now),
  after: refreshDesk,
  goTo: ({ outletId }) => places.outlet(outletId),
  undo: ({ entryId }) => undoEntry("The two are one now.", entryId),
});
