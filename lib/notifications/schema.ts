import { z } from "zod";
import { newsKinds, type NewsKind, type NewsWay } from "./kinds";

const way = z.strictObject({ inApp: z.boolean(), byMail: z.boolean() }) satisfies z.ZodType<NewsWay>;

/** Marks as read what a list showed, and what is older than it: `upTo` is the id of its newest line. */
export const markReadSchema = z.strictObject({
  upTo: z.string().regex(/^[\w-]{1,60}$/, { error: "Open the list again, and mark it as read there." }),
});
export type MarkReadInput = z.output<typeof markReadSchema>;

/** What a person wants to be told of, by which way, and how often mail comes. */
export const saveChoicesSchema = z.strictObject({
  ways: z.strictObject(
    Object.fromEntries(newsKinds.map((kind) => [kind, way])) as Record<NewsKind, typeof way>,
  ),
  rhythm: z.enum(["hour", "day", "never"], { error: "Choose how often mail comes." }),
  hour: z.number().int().min(0).max(23, { error: "An hour is 0 to 23." }),
});
export type SaveChoicesInput = z.output<typeof saveChoicesSchema>;
