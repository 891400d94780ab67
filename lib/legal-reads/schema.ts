import { z } from "zod";
import { text } from "../core/text-input";

/** That somebody was asked to read the draft, or read it: a name and a time. There is no field for what they said. */
export const noteLegalReadSchema = z.strictObject({
  kind: z.enum(["asked", "read"], { error: "Say whether they were asked or have read it." }),
  reader: text({ max: 120 })
    .trim()
    .refine((value) => !/\p{Cc}/u.test(value), { error: "Write the name on one line." }),
  at: z.iso
    .datetime({ offset: true, error: "Write a time with its zone, such as 2024-06-28T16:00:00Z." })
    .optional(),
  /** `draftHash` of the draft that was on the page, so that a read is never noted for another one. */
  draftHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: "Send the draftHash that you read." })
    .optional(),
});
export type NoteLegalReadInput = z.output<typeof noteLegalReadSchema>;

export const withdrawLegalReadSchema = z.strictObject({});
