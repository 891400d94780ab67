import { z } from "zod";
import { isCalendarTime } from "../core/calendar-time";
import { cursorOf, limitOf } from "../core/cursor";
import { text } from "../core/text-input";

export const articleKinds = [
  "news",
  "wire",
  "record",
  "report",
  "dataset",
  "interview",
  "social",
  "file",
  "other",
] as const;

const isoWithOptionalZone =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date, a local time without zone, or a time with zone: as the page gives it, never completed. */
export const publishedAt = z
  .string()
  .regex(isoWithOptionalZone, {
    error:
      "Write a date as 2024-06-28, with a time as 2024-06-28 14:26, with a zone (+02:00) only if the page gives one.",
  })
  .refine(isCalendarTime, { error: "There is no such day or time." });

/** An address as typed; whether it may be opened is judged when it is. */
export const address = text({ max: 2048 }).refine(
  (value) => /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim()),
  {
    error: "Write the whole address, beginning with https://.",
  },
);

const metadata = {
  title: text({ max: 500 }).nullable().optional(),
  outlet: text({ max: 200 }).nullable().optional(),
  byline: text({ max: 300 }).nullable().optional(),
  publishedAt: publishedAt.nullable().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "Write a language code such as en or uk." })
    .nullable()
    .optional(),
  kind: z.enum(articleKinds, { error: `Kinds are: ${articleKinds.join(", ")}.` }).optional(),
};

/** Our own note of a call or meeting: with whom, when, how, and who took the notes. */
export const conversationSchema = z.strictObject({
  who: text({ max: 300 }),
  heldAt: publishedAt,
  how: text({ max: 200 }),
  notesBy: text({ max: 200 }),
});
export type ConversationInput = z.output<typeof conversationSchema>;

/** What a person may know about an article. */
export const articleMetadataSchema = z.strictObject(metadata);
export type ArticleMetadata = z.output<typeof articleMetadataSchema>;

const pageText = text({ max: 10_000_000 });

/** Exactly one way in: an address, HTML, plain text, or a mention of an article nobody has read yet. */
export const addArticleSchema = z
  .strictObject({
    url: address.optional(),
    html: pageText.optional(),
    text: pageText.optional(),
    mention: z
      .strictObject({
        outlet: text({ max: 200 }),
        title: text({ max: 500 }).optional(),
        url: address.optional(),
      })
      .optional(),
    conversation: conversationSchema.optional(),
    ...metadata,
  })
  .refine((given) => !given.conversation || (given.text !== undefined && given.url === undefined), {
    error: "Give what was said as text, without an address: it is our own note.",
    path: ["text"],
  })
  .refine(
    (given) =>
      [given.html, given.text, given.mention].filter((v) => v !== undefined).length <= 1 &&
      !(given.mention && given.url),
    {
      error: "Give one of: url, html (with its url), text, or mention.",
    },
  )
  .refine((given) => given.url ?? given.html ?? given.text ?? given.mention, {
    error: "Paste the article, give its address, or name its outlet.",
  });
export type AddArticleInput = z.output<typeof addArticleSchema>;

/** What is known of a recording that comes as a file; `claimId` is the claim at which a browser goes on with it. */
export const addRecordingSchema = z.strictObject({
  claimId: z.string().max(60).optional(),
  url: address.optional(),
  ...metadata,
});
export type AddRecordingInput = z.output<typeof addRecordingSchema>;

/** `fields` looks at the form without its file, and answers 204 when a recording would be taken with it. */
export const recordingQuerySchema = z.strictObject({ only: z.literal("fields").optional() });

const pasted = { url: address.optional() };

/** How an original is captured: one way in, or why it could not be had. */
export const captureOriginalSchema = z.union([
  z.strictObject({ text: pageText.refine(isThere, { error: "Paste the text of the original." }), ...pasted }),
  z.strictObject({ html: pageText.refine(isThere, { error: "Paste the HTML of the original." }), ...pasted }),
  z.strictObject({
    notObtained: text({ max: 1000 }).refine(isThere, { error: "Say why it could not be obtained." }),
  }),
  z.strictObject({ url: address }),
]);
export type CaptureOriginalInput = z.output<typeof captureOriginalSchema>;

function isThere(given: string): boolean {
  return given.trim() !== "";
}

export const captureAgainSchema = z
  .strictObject({ html: pageText.optional(), text: pageText.optional() })
  .refine((given) => !(given.html !== undefined && given.text !== undefined), {
    error: "Give html or text, not both.",
  });

export const editArticleSchema = z
  .strictObject({
    ...metadata,
    url: address.nullable().optional(),
    primary: z.boolean().optional(),
    interests: text({ max: 1000 }).nullable().optional(),
    interestsSource: text({ max: 500 }).nullable().optional(),
    notObtainable: text({ max: 1000 }).nullable().optional(),
    reliability: z.enum(["ok", "corrected", "retracted", "compromised"]).optional(),
    reason: text({ max: 1000 }).optional(),
    version: z.number().int().min(0).optional(),
  })
  .refine(
    (given) => given.reliability === undefined || given.reliability === "ok" || given.reason !== undefined,
    {
      error: "Say why the article is no longer reliable.",
      path: ["reason"],
    },
  );
export type EditArticleInput = z.output<typeof editArticleSchema>;

/** As many as can be asked for, unless fewer are: whoever knows no cursor has them all of nearly every source. */
export const dependantsSchema = z.strictObject({ cursor: cursorOf("text").optional(), limit: limitOf(100) });

export const listArticlesSchema = z.strictObject({
  q: z.string().max(200).optional(),
  state: z.enum(["mentioned", "fetching", "captured", "failed"]).optional(),
  cursor: cursorOf("text").optional(),
  limit: limitOf(30),
});
