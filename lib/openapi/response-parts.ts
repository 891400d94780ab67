import { z } from "zod";
import type { ClaimDto } from "../claims/dto";
import { claimStates, marks, roles, stances } from "../claims/vocabulary";
import type { Figure } from "../figures/figure";

/** Shapes that several answers share. Extra members are allowed everywhere: a client reads what it knows. */
export const id = z.string().min(1);
export const text = z.string();
export const nullableText = z.string().nullable();
/** ISO 8601 with its zone. */
export const time = z.iso.datetime({ offset: true });
export const nullableTime = time.nullable();
export const count = z.number().int().min(0);
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const person = z.looseObject({ id, name: text });
export const state = z.enum(claimStates);
export const stance = z.enum(stances);
export const mark = z.enum(marks);
export const role = z.enum(roles);
export const hidden = z.looseObject({ hidden: z.literal(true) });

/** A page of a list and where the next one begins. */
export const listOf = (item: z.ZodType) => z.looseObject({ items: z.array(item), nextCursor: nullableText });

export const figure = z.looseObject({
  id,
  low: z.number().nullable(),
  high: z.number().nullable(),
  bound: z.enum(["exact", "at-least", "at-most", "about", "range", "vague"]),
  measure: text,
  unit: nullableText,
  period: z.looseObject({ from: nullableText, to: nullableText }).nullable(),
  scope: z.array(text),
  asOf: nullableText,
  verbatim: text,
  start: count,
  end: count,
}) satisfies z.ZodType<Figure>;

export const correctionClass = z.enum(["typo", "clarification", "update", "correction", "verdict-change"]);

export const issue = z.looseObject({
  code: text,
  field: text,
  message: text,
  overridable: z.boolean().optional(),
  allowed: z.array(text).optional(),
});

export const search = z.looseObject({
  id,
  where: text,
  query: text,
  found: z.enum(["nothing", "something"]),
  note: nullableText,
  side: z.enum(["supports", "disputes"]).nullable(),
  searchedAt: time,
  shown: z.boolean(),
}) satisfies z.ZodType<ClaimDto["searches"][number]>;

export const reply = z.looseObject({
  id,
  asked: text,
  role: z.enum(["claimant", "criticised"]),
  how: text,
  askedAt: time,
  deadlineAt: nullableTime,
  question: nullableText,
  outcome: z.enum(["waiting", "replied", "declined", "no-reply"]),
  reply: nullableText,
  repliedAt: nullableTime,
  /** When they were asked once more, and how. */
  reminders: z.array(z.looseObject({ at: time, how: text })),
  /** The reply as an article that can be quoted, and its copy. */
  source: z.looseObject({ articleId: id, captureId: id, sha256: text, capturedAt: time }).nullable(),
}) satisfies z.ZodType<ClaimDto["replies"][number]>;

export const legalReads = z.looseObject({
  /** Hash of what would be published now; send it along to note a read for exactly that. */
  draftHash: text,
  /** The newsroom asks for a legal read of this claim before sign-off. */
  isWanted: z.boolean(),
  reads: z.array(
    z.looseObject({
      id,
      kind: z.enum(["asked", "read"]),
      reader: text,
      at: time,
      notedBy: text,
      isStale: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<Exclude<ClaimDto["legalReads"], { hidden: true }>>;
