import { z } from "zod";
import { declineReasons } from "../claims/vocabulary";
import { claimStandings, type LedgerFigures, type LedgerRow } from "../selection/ledger";
import { count, id, nullableText, text, time } from "./response-parts";

/** Something that was not checked, and why. */
export const row = z.looseObject({
  id,
  what: z.enum(["claim", "part", "tip"]),
  text,
  reason: z.enum(declineReasons),
  note: nullableText,
  topics: z.array(text),
  source: text,
  cameAt: time,
  decided: z.looseObject({ at: time, by: nullableText }).nullable(),
  claimId: nullableText,
  claimStands: z.enum(claimStandings).nullable(),
}) satisfies z.ZodType<LedgerRow>;

const tallies = z.array(z.looseObject({ key: text, chosen: count, declined: count }));

const claimsAndTips = z.looseObject({ claims: count, tips: count });

export const figures = z.looseObject({
  total: z.looseObject({ chosen: count, declined: count }),
  declined: z.looseObject({ claims: count, parts: count, tips: count }),
  undecided: claimsAndTips,
  reasons: tallies,
  topics: tallies,
  months: tallies,
  sources: tallies,
}) satisfies z.ZodType<LedgerFigures>;
