import { ledgerFiltersSchema, listLedgerSchema } from "../selection/schema";
import { decideTipSchema, listTipsSchema, submitTipSchema } from "../tips/schema";

const get = { method: "get" } as const;
const post = { method: "post" } as const;

/** What readers send, and what was not checked and why, as operations of the OpenAPI document. */
export const intakeOperations = [
  { ...post, path: "/tips", summary: "Send a tip", body: submitTipSchema, status: 201, isPublic: true },
  { ...get, path: "/tips", summary: "The inbox", query: listTipsSchema },
  { ...post, path: "/tips/{id}/decision", summary: "Choose or decline a tip", body: decideTipSchema },
  { ...get, path: "/selection-ledger", summary: "What was not checked and why", query: listLedgerSchema },
  { ...get, path: "/selection-ledger/figures", summary: "What was chosen and what was not, counted" },
  {
    ...get,
    path: "/selection-ledger/csv",
    summary: "The selection ledger as CSV",
    query: ledgerFiltersSchema,
  },
];
