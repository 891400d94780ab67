import { z } from "zod";

/** The period that a file is asked for, as months such as 2026-03; twelve months without either. */
export const figuresQuerySchema = z.strictObject({
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
});
