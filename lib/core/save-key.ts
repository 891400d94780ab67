import { z } from "zod";

/** A key of one save, made by the browser: 128 random bits in digits; left out where nothing is sent twice. */
export const saveKeySchema = z
  .string()
  .regex(/^[0-9-]{7,43}$/)
  .optional();
