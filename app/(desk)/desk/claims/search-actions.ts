"use server";

import { z } from "zod";
import { editSearch, logSearch } from "@/lib/claims/commands/log-work";
import {
  restoreSearch as runRestoreSearch,
  withdrawSearch as runWithdrawSearch,
} from "@/lib/claims/commands/withdraw-search";
import {
  addSearchSchema,
  editSearchSchema,
  searchFieldsSchema,
  type SearchFields,
} from "@/lib/claims/work-schema";
import { readAsRead } from "@/lib/core/as-read";
import { formAction } from "@/lib/core/form-action.server";
import { emptied, filled, present, typedTime } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { refreshDesk, showIfStale } from "../refresh-desk";

const onlyId = z.strictObject({ id: z.string().min(1).max(60) });

const foundSchema = z.enum(["nothing", "something"], { error: "Say whether anything was found." });

/** A search as its form says it; what was emptied is taken out, and a time left empty stays as it is. */
const readSearch = (form: FormData, prefix = "") =>
  present({
    where: form.get(`${prefix}where`) ?? undefined,
    query: form.get(`${prefix}query`) ?? undefined,
    found: filled(form, `${prefix}found`),
    side: emptied(form, `${prefix}side`),
    note: emptied(form, `${prefix}note`),
    searchedAt: typedTime(form, `${prefix}searchedAt`),
    shown: form.has(`${prefix}hasShown`) ? form.has(`${prefix}shown`) : undefined,
  });

/** The same as fields of a form. */
const searchFields = ({ shown, ...said }: SearchFields, prefix = "") =>
  Object.fromEntries([
    ...Object.entries(said).map(([name, value]) => [`${prefix}${name}`, value ?? ""]),
    ...(shown === undefined ? [] : [[`${prefix}hasShown`, "yes"]]),
    ...(shown ? [[`${prefix}shown`, "on"]] : []),
  ]) as Record<string, string>;

export const addSearch = formAction({
  action: "claim.write",
  // Whoever logs it says what was found: "nothing" is printed, and nobody means it by leaving it out.
  schema: about(addSearchSchema.extend({ found: foundSchema })),
  read: (form) => ({ id: filled(form, "claimId"), input: readSearch(form) }),
  command: (viewer, { id, input }, now) => logSearch(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ id }) => ({ words: "Search logged.", act: "withdraw-search", fields: { searchId: id } }),
});

/** Fields: searchId, asRead, and those of a search; the same with `undoes.` name what this takes back. */
export const changeSearch = formAction({
  action: "claim.write",
  schema: about(editSearchSchema).extend({ undoes: searchFieldsSchema.optional() }),
  read: (form) => {
    const undoes = readSearch(form, "undoes.");
    const input = present({ ...readSearch(form), expected: readAsRead(form) });
    return { id: filled(form, "searchId"), input, ...(Object.keys(undoes).length > 0 ? { undoes } : {}) };
  },
  command: (viewer, { id, input, undoes }, now) => editSearch(viewer, id, input, now, undoes),
  after: refreshDesk,
  undo: ({ id, changes, was }, { undoes }) =>
    undoes || Object.keys(changes).length === 0
      ? undefined
      : {
          words: "Search changed.",
          act: "change-search",
          fields: { searchId: id, ...searchFields(was), ...searchFields(changes, "undoes.") },
        },
});

/** Fields: searchId, asRead. */
export const withdrawSearch = formAction({
  action: "claim.write",
  schema: onlyId.extend({ expected: searchFieldsSchema.optional() }),
  read: (form) => ({ id: filled(form, "searchId"), expected: readAsRead(form) }),
  command: (viewer, { id, expected }, now) => showIfStale(runWithdrawSearch(viewer, id, now, expected)),
  after: refreshDesk,
  undo: ({ id }) => ({ words: "Search taken back.", act: "restore-search", fields: { searchId: id } }),
});

/** Fields: searchId. */
export const restoreSearch = formAction({
  action: "claim.write",
  schema: onlyId,
  read: (form) => ({ id: filled(form, "searchId") }),
  command: (viewer, { id }, now) => runRestoreSearch(viewer, id, now),
  after: refreshDesk,
});
