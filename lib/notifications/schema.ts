import { z } from "zod";
import { snapshotSchema } from "../log/seen-mark-schema";
import { newsKinds, type NewsKind, type NewsWay } from "./kinds";

const way = z.strictObject({ inApp: z.boolean(), byMail: z.boolean() }) satisfies z.ZodType<NewsWay>;

const openAgain = "Open the list again, and mark it as read there.";

/**
 * How far a page told somebody their news: `upTo` is the id of its newest line, `snapshot` says what had come when it was
 * made. What is older than the line and had come then is known to them.
 */
export const newsMarkSchema = z.strictObject({
  upTo: z.string().regex(/^[\w-]{1,60}$/, { error: openAgain }),
  snapshot: snapshotSchema,
});
export type NewsMark = z.output<typeof newsMarkSchema>;

/** What a person wants to be told of, by which way, and how often mail comes. */
export const saveChoicesSchema = z.strictObject({
  ways: z.strictObject(
    Object.fromEntries(newsKinds.map((kind) => [kind, way])) as Record<NewsKind, typeof way>,
  ),
  rhythm: z.enum(["hour", "day", "never"], { error: "Choose how often mail comes." }),
  hour: z.number().int().min(0).max(23, { error: "An hour is 0 to 23." }),
});
export type SaveChoicesInput = z.output<typeof saveChoicesSchema>;
