"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { editSearch, logSearch } from "@/lib/claims/commands/log-work";
import {
  restoreSearch as runRestoreSearch,
  withdrawSearch as runWithdrawSearch,
} from "@/lib/claims/commands/withdraw-search";
import { addSearchSchema, editSearchSchema } from "@/lib/claims/work-schema";
import { formAction } from "@/lib/core/form-action.server";
import { emptied, filled, present, typedTime } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";

const refresh = () => revalidatePath("/desk", "layout");
const onlyId = z.strictObject({ id: z.string().min(1).max(60) });

/** A search as its form says it; what was emptied is taken out, and a time left empty stays as it is. */
const readSearch = (form: FormData) =>
  present({
    where: form.get("where") ?? undefined,
    query: form.get("query") ?? undefined,
    found: filled(form, "found"),
    side: emptied(form, "side"),
    note: emptied(form, "note"),
    searchedAt: typedTime(form, "searchedAt"),
    shown: form.has("hasShown") ? form.has("shown") : undefined,
  });

export const addSearch = formAction({
  action: "claim.write",
  schema: about(addSearchSchema),
  read: (form) => ({ id: filled(form, "claimId"), input: readSearch(form) }),
  command: (viewer, { id, input }, now) => logSearch(viewer, id, input, now),
  after: refresh,
  undo: ({ id }) => ({ words: "Search logged.", act: "withdraw-search", fields: { searchId: id } }),
});

export const changeSearch = formAction({
  action: "claim.write",
  schema: about(editSearchSchema),
  read: (form) => ({ id: filled(form, "searchId"), input: readSearch(form) }),
  command: (viewer, { id, input }, now) => editSearch(viewer, id, input, now),
  after: refresh,
});

/** Fields: searchId. */
export const withdrawSearch = formAction({
  action: "claim.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "searchId") }),
  command: (viewer, { id }, now) => runWithdrawSearch(viewer, id, now),
  after: refresh,
  undo: ({ id }) => ({ words: "Search taken back.", act: "restore-search", fields: { searchId: id } }),
});

/** Fields: searchId. */
export const restoreSearch = formAction({
  action: "claim.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "searchId") }),
  command: (viewer, { id }, now) => runRestoreSearch(viewer, id, now),
  after: refresh,
});
