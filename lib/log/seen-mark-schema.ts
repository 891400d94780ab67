import { z } from "zod";

/** Which transactions were done when a page was made, as `pg_current_snapshot()` says it. */
export const snapshotSchema = z
  .string()
  .max(2_000)
  .regex(/^\d{1,19}:\d{1,19}:[\d,]*$/, { error: "This is not a place in the log." });

/** How far into a claim's log a page reached, as the page was given it. */
export const seenMarkSchema = z.strictObject({
  claimId: z.string().regex(/^[\w-]{1,60}$/),
  entryId: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .nullable(),
  snapshot: snapshotSchema,
});
export type SeenMarkInput = z.output<typeof seenMarkSchema>;
