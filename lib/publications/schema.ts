import { z } from "zod";
import { choice } from "../core/choice";
import { text } from "../core/text-input";
import { correctionClassWords, noticeKindWords, withholdingReasonWords } from "./choice-words";
import { noticeLimit } from "./notice-limits";
import type { NoticeRecord } from "./record";

export const signOffSchema = z.strictObject({
  revisionHash: z.string().regex(/^[0-9a-f]{64}$/, { error: "Send the revision hash that the gate gives." }),
  overrides: z
    .array(z.strictObject({ code: z.string().max(60), reason: text({ max: 1_000, min: 0 }) }))
    .max(30)
    .optional(),
  /** Only where one person runs the desk: why the editor signs what they wrote. */
  selfSignReason: text({ max: 1_000 }).optional(),
  /** Signed now, published then. Left out: published now. */
  publishAt: z.iso
    .datetime({ offset: true, error: "Write a time with its zone, such as 2024-06-29T06:00:00+03:00." })
    .optional(),
});
export type SignOffInput = z.output<typeof signOffSchema>;

export const openCorrectionSchema = z.strictObject({
  class: choice(correctionClassWords),
  reason: text({ max: 1_000 }),
});
export type OpenCorrectionInput = z.output<typeof openCorrectionSchema>;

/** Of an open correction: what is left out stays. */
const correctionFields = openCorrectionSchema.partial();
export type CorrectionFields = z.output<typeof correctionFields>;

/** What an open correction is called. `expected` is what was read of it: where something else stands by now, it stays. */
export const changeCorrectionSchema = correctionFields.extend({ expected: correctionFields.optional() });
export type ChangeCorrectionInput = z.output<typeof changeCorrectionSchema>;

export const retractSchema = z.strictObject({
  reason: text({ max: 2_000 }),
  version: z.number().int().min(1),
});
export type RetractInput = z.output<typeof retractSchema>;

export const withholdSchema = z.strictObject({
  version: z.number().int().min(1),
  reasonClass: choice(withholdingReasonWords),
});
export type WithholdInput = z.output<typeof withholdSchema>;

/** What a notice says, without the version beside which it does. */
export const writtenNoticeSchema = z.strictObject({
  // Which of them a verdict may have is known to its form, and no word of a refusal names another.
  kind: z.enum(Object.keys(noticeKindWords) as [NoticeRecord["kind"]], {
    error: "Choose what the notice says.",
  }),
  text: text({ max: noticeLimit }),
});

export const noticeSchema = z.strictObject({
  ...writtenNoticeSchema.shape,
  /** The version that stood when it was written, so that it is never signed beside another one. */
  besideVersion: z.number().int().min(1).optional(),
});
export type NoticeInput = z.output<typeof noticeSchema>;

/** A draft as an editor leaves it, over the version that was read. */
export const preparedNoticeSchema = z.strictObject({
  ...noticeSchema.shape,
  version: z.number({ error: "Send the version you read." }).int().min(0),
});
export type PreparedNoticeInput = z.output<typeof preparedNoticeSchema>;

export const dismissNoticeSchema = z.strictObject({ reason: text({ max: 500 }) });
