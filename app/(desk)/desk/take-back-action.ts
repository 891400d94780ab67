"use server";

import { places } from "@/components/layout/places";
import { formAction } from "@/lib/core/form-action.server";
import { filled } from "@/lib/core/form-fields";
import { takeBackAllSchema, takeBackSchema } from "@/lib/undo/schema";
import { takeBackAll as runTakeBackAll } from "@/lib/undo/take-back-all.server";
import { takeBack as runTakeBack } from "@/lib/undo/take-back.server";
import { undoEntries } from "./offer-undo";
import { refreshDesk } from "./refresh-desk";

/** Fields: entryId. Whether they may is asked of what is taken back. */
export const takeBack = formAction({
  action: "desk.read",
  schema: takeBackSchema,
  read: (form) => ({ entryId: filled(form, "entryId") }),
  command: runTakeBack,
  after: ({ stays }) => {
    refreshDesk();
    return stays ?? undefined;
  },
});

/** Fields: entryIds, with spaces between. What can still be taken back stays on offer. */
export const takeBackAll = formAction({
  action: "desk.read",
  schema: takeBackAllSchema,
  read: (form) => ({ entryIds: (filled(form, "entryIds") ?? "").split(" ").filter(Boolean) }),
  command: runTakeBackAll,
  after: ({ stays }) => {
    refreshDesk();
    return stays ?? undefined;
  },
  parts: ({ claims }) =>
    claims.map(({ claimId, text, reason }) => ({ href: places.claim(claimId), text, reason })),
  undo: ({ stays, open }) => undoEntries(stays ?? "", open),
});
