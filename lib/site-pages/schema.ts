import { z } from "zod";
import { text } from "../core/text-input";
import { codeNames, sitePageNames } from "./pages";

const page = z.enum(sitePageNames, { error: "There is no such page." });

export const saveDraftSchema = z.strictObject({
  page,
  text: text({ max: 30_000 }),
  signatoryOf: z.array(z.enum(codeNames)).max(codeNames.length).default([]),
  /** Whether it is finished, for another person to sign. */
  forSignature: z.boolean(),
  /** The number of the draft that was read: 0 where there was none. */
  draft: z.number({ error: "Send the number of the draft you read." }).int().min(0),
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

export const signPageSchema = z.strictObject({
  page,
  /** The draft that was read. */
  draft: z.number({ error: "Send the number of the draft you read." }).int().min(1),
  /** Only where one person runs the desk: why the editor signs what they wrote. */
  selfSignReason: text({ max: 1_000 }).optional(),
});
export type SignPageInput = z.output<typeof signPageSchema>;
