import { z } from "zod";
import { newsMarkSchema } from "../notifications/schema";
import { lockKinds } from "./writing-lock";

const id = z.string().regex(/^[\w-]{1,60}$/);
const tabId = z.string().regex(/^[0-9a-z]{8,40}$/);

/**
 * A tab that has a claim open, or has left it. `newsTo`: how far its reader had been told of the claim when the page they see
 * was made.
 */
export const hereSchema = z.strictObject({
  claimId: id,
  tabId,
  isLeaving: z.boolean(),
  // A page of an older build says it in another way: its reader is only told of nothing they may have read.
  newsTo: newsMarkSchema.nullable().default(null).catch(null),
});

/** A tab in which somebody writes: goes on, takes over, or is done. */
export const lockSchema = z.strictObject({
  subject: z.strictObject({ kind: z.enum(lockKinds), id }),
  tabId,
  act: z.enum(["hold", "take-over", "release"]),
});
