"use server";

import { formAction } from "@/lib/core/form-action.server";
import { present } from "@/lib/core/form-fields";
import { saveKeys as runSaveKeys } from "@/lib/shortcuts/commands";
import { saveKeysSchema, type SaveKeysInput } from "@/lib/shortcuts/schema";
import { undoEntry } from "../../offer-undo";
import { readKeys } from "./read-keys";
import { refreshDesk } from "../../refresh-desk";

/** Fields: isOn ("true" or "false"), and from the page of the keys keys.<shortcut>; what is absent stays as it is. */
export const saveKeys = formAction({
  action: "own.account",
  schema: saveKeysSchema,
  read: (form) => present(readKeys(form)),
  command: runSaveKeys,
  after: () => {
    refreshDesk();
    return "Your keys are saved.";
  },
  undo: ({ entryId }, input) => undoEntry(wordsOf(input), entryId),
});

function wordsOf({ isOn, keys = {} }: SaveKeysInput): string {
  if (isOn !== undefined) return isOn ? "Single keys switched on." : "Single keys switched off.";
  return Object.keys(keys).length === 0 ? "All keys set as usual." : "Keys changed.";
}
