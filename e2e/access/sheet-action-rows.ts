import { randomUUID } from "node:crypto";
import type { DeskAction } from "./desk-action-rows";
import { sql } from "../sessions";
import { sheetGoneThrough, sheetOf } from "./desk-things";
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
  [`${file}capturePages`]: {
    fill: async (accountId) => ({
      fields: {
        importId: await sheetGoneThrough(accountId, `https://${randomUUID()}.example/page`, "Words."),
      },
    }),
    does,
  },
  [`${file}logFoundQuotes`]: {
    fill: async (accountId) => {
      const [row] = await sql(
        `SELECT a.url, q.exact FROM article a JOIN quote q ON q."captureId" = a."currentCaptureId"
         WHERE a.state = 'captured' AND a.url IS NOT NULL AND q.exact IS NOT NULL ORDER BY length(q.exact) DESC LIMIT 1`,
      );
      return {
        fields: { importId: await sheetGoneThrough(accountId, String(row?.url), String(row?.exact)) },
      };
    },
    does,
  },
  [`${file}importRows`]: {
    fill: async (accountId) => ({ fields: { importId: await sheetOf(accountId) } }),
    does,
  },
};
