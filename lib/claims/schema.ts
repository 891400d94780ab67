import { z } from "zod";
import { isCalendarTime } from "../core/calendar-time";
import { choice, choicesInWords } from "../core/choice";
import { isCursor, limitOf, strangeCursor } from "../core/cursor";
import { text } from "../core/text-input";
import { claimStates, externalEvents } from "./vocabulary";
import { eventWords, importanceHelp, kindWords } from "./vocabulary-words";
import { meansNoTopic, noTopicProblem } from "../topics/no-topic";

const topic = text({ max: 60 }).refine((name) => !meansNoTopic(name), { error: noTopicProblem });
const topics = z.array(topic).max(12, { error: "Twelve topics at most." });
const time = z.iso.datetime({
  offset: true,
  error: "Write a time with its zone, such as 2024-06-28T16:00:00Z.",
});

/** A quote as a person gives it: the words, and where they are when they stand there more than once. */
export const quoteSelector = z.strictObject({
  exact: text({ max: 20_000 }),
  prefix: z.string().max(2_000).optional(),
  suffix: z.string().max(2_000).optional(),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
});

const fields = {
  text: text({ max: 2_000, unit: "words" }),
  verbatim: text({ max: 2_000, unit: "words" }).nullable().optional(),
  kind: choice(kindWords).optional(),
  claimant: text({ max: 300 }).nullable().optional(),
  saidAt: z
    .string()
    .max(40)
    .regex(/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/, {
      error: "Write a date as 2024-06-28, with a time as 2024-06-28 14:26.",
    })
    .refine(isCalendarTime, { error: "There is no such day or time." })
    .nullable()
    .optional(),
  place: text({ max: 300 }).nullable().optional(),
  topics: topics.optional(),
  why: text({ max: 2_000 }).nullable().optional(),
  importance: z
    .number({ error: importanceHelp })
    .int({ error: importanceHelp })
    .min(1, { error: importanceHelp })
    .max(3, { error: importanceHelp })
    .optional(),
  deadlineAt: time.nullable().optional(),
  /** About how many people saw or heard it. */
  reach: z
    .number({ error: "Write the reach as a number of people." })
    .int({ error: "Write the reach as a whole number of people." })
    .min(0, { error: "Reach is 0 or more." })
    .max(2_000_000_000, { error: "Reach is two thousand million people at most." })
    .nullable()
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "Write a language code such as en or uk." })
    .optional(),
  assigneeId: z.string().max(60).nullable().optional(),
  provisional: z.boolean().optional(),
  nextUpdateAt: time.nullable().optional(),
};

export const createClaimSchema = z.strictObject({
  ...fields,
  parentId: z.string().max(60).optional(),
  central: z.boolean().optional(),
  from: z.strictObject({ articleId: z.string().max(60), quote: quoteSelector }).optional(),
});
export type CreateClaimInput = z.output<typeof createClaimSchema>;

export const editClaimSchema = z.strictObject({
  ...fields,
  text: fields.text.optional(),
  /** Of a part: whether the whole stands or falls with it. */
  central: z.boolean().optional(),
  version: z
    .number({ error: "Send the version you read, so that nobody’s change is overwritten." })
    .int()
    .min(0),
});
export type EditClaimInput = z.output<typeof editClaimSchema>;

export const claimEventSchema = z.strictObject({
  /** One of the events; any other name is refused like one that is not possible now, with those that are. */
  event: z
    .string({ error: `Choose ${choicesInWords(Object.values(eventWords))}.` })
    .max(60)
    .meta({ enum: [...externalEvents] }),
  reason: z.string().max(2_000).optional(),
  note: text({ max: 2_000 }).optional(),
  /**
   * Of `reopen`: takes the decline back, so that the claim is in the state in which it was declined, and not in research.
   * Of `decline`: takes the reopening back, with the reason it was declined for.
   */
  asBefore: z.boolean().optional(),
  /** The log's entry of the step that this event takes back: refused as stale once anything else was done with the claim. */
  takesBack: z.string().min(1).max(60).optional(),
});
export type ClaimEventInput = z.output<typeof claimEventSchema>;

/** What a cursor holds, for each way to sort. */
const sortedBy = {
  newest: ["text"],
  oldest: ["text"],
  importance: ["number", "text"],
  deadline: ["time", "text"],
  reach: ["number", "text"],
} as const;

export const listClaimsSchema = z
  .strictObject({
    state: z.enum(claimStates).optional(),
    q: z.string().max(300).optional(),
    /** A topic, or `no-topic` for claims that have none. */
    topic: z.string().max(60).optional(),
    /** An account, "me", or "none" for claims that nobody has. */
    assignee: z.string().max(60).optional(),
    importance: z.coerce.number().int().min(1).max(3).optional(),
    /** Open claims whose deadline has passed, or comes within a day or a week. */
    due: z.enum(["overdue", "day", "week"]).optional(),
    /** An article that the claim rests on: it has evidence from there, or appeared there; not of declined or retracted ones. */
    article: z
      .string()
      .regex(/^[\w-]{1,60}$/)
      .optional(),
    needs: z.enum(["me", "changed", "review", "editor", "scheduled", "evidence"]).optional(),
    sort: z.enum(["newest", "oldest", "importance", "deadline", "reach"]).default("newest"),
    cursor: z.string().max(300).optional(),
    limit: limitOf(30),
  })
  .refine(({ sort, cursor }) => cursor === undefined || isCursor(cursor, sortedBy[sort]), {
    error: strangeCursor,
    path: ["cursor"],
  });
export type ListClaimsInput = z.output<typeof listClaimsSchema>;

/** The words for which earlier checks and claims are looked for. */
export const matchesSchema = z.strictObject({ text: text({ max: 5_000 }) });
