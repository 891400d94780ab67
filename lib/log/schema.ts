import { z } from "zod";
import { limitOf } from "../core/cursor";

export const listLogSchema = z.strictObject({
  after: z.coerce.number().int().min(-1).optional(),
  /** The same place under the name that other lists give it. */
  cursor: z.coerce.number().int().min(-1).optional(),
  limit: limitOf(100),
});

export const consistencySchema = z.strictObject({
  from: z.coerce.number({ error: "from is the size of an earlier head, 1 or more." }).int().min(1),
});

/** The size of the head that is asked for; the newest one without it. */
export const checkpointSchema = z.object({
  size: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, { error: "size is a number of entries, 1 or more." })
    .optional(),
});
