import { randomUUID } from "node:crypto";
import type { DeskAction } from "./desk-action-rows";
import { sheetOf } from "./desk-things";
import { sql } from "../sessions";
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
      const [id, sheetId] = [await sheetOf(accountId), await sheetOf(accountId)];
      const sheets = [id, sheetId].map((one) => ({ id: one, name: one, problem: null }));
      await sql(`UPDATE import_batch SET sheets = $1, mapping = '["verbatim"]' WHERE id = $2`, [
        JSON.stringify(sheets),
        id,
      ]);
      return { fields: { importId: id, sheetId }, about: { table: "import_batch", id: sheetId } };
    },
    does,
  },
  [`${file}importRows`]: {
    fill: async (accountId) => ({ fields: { importId: await sheetOf(accountId) } }),
    does,
  },
};
