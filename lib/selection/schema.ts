import { z } from "zod";
import { cursorOf, limitOf } from "../core/cursor";
import { declineReasons } from "../claims/vocabulary";

/** What of the selection ledger is asked for. */
export const ledgerFiltersSchema = z.strictObject({
  reason: z.enum(declineReasons, { error: `Reasons are: ${declineReasons.join(", ")}.` }).optional(),
  /** A topic, or `no-topic` for what has none. */
  topic: z.string().max(60).optional(),
  /** The site where readers saw it, `no-address`, or `desk`. */
  source: z.string().max(253).optional(),
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: "Write a month as 2024-06." })
    .optional(),
});
export type LedgerFilters = z.output<typeof ledgerFiltersSchema>;

/** The same newest first, a page at a time. */
export const listLedgerSchema = ledgerFiltersSchema.extend({
  cursor: cursorOf("text").optional(),
  limit: limitOf(30),
});
export type ListLedgerInput = z.output<typeof listLedgerSchema>;
