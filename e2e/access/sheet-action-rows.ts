import { randomUUID } from "node:crypto";
import type { DeskAction } from "./desk-action-rows";
import { sheetOf } from "./desk-things";
import { staff } from "./people";

const file = "(desk)/desk/claims/import/actions#";
const does: DeskAction["does"] = (who) => staff.includes(who);

/** The forms that bring a sheet in. */
export const sheetActions: Record<string, DeskAction> = {
  [`${file}beginImport`]: {
    fill: async () => ({ fields: { pasted: `Claim\tWho\nA claim of ${randomUUID()}\tAnn` } }),
    does,
  },
  [`${file}mapColumns`]: {
    fill: async (accountId) => {
      const id = await sheetOf(accountId);
      return {
        fields: { importId: id, "column.0": "verbatim", hasHeader: "yes" },
        about: { table: "import_batch", id },
      };
    },
    does,
  },
  [`${file}chooseSheet`]: {
    fill: async (accountId) => {
      const sheetId = await sheetOf(accountId);
      const importId = await sheetOf(accountId, sheetId);
      return { fields: { importId, sheetId }, about: { table: "import_batch", id: sheetId } };
    },
    does,
  },
  [`${file}importRows`]: {
    fill: async (accountId) => ({ fields: { importId: await sheetOf(accountId) } }),
    does,
  },
};
