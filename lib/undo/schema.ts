import { z } from "zod";

/** What is taken back: the log's entry of it. */
export const takeBackSchema = z.strictObject({ entryId: z.string().min(1).max(60) });

/** The same for several. */
export const takeBackAllSchema = z.strictObject({
  entryIds: z.array(z.string().min(1).max(60)).min(1).max(20_000),
});
