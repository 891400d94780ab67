import { z } from "zod";
import { choice } from "../core/choice";
import { text } from "../core/text-input";
import { figures } from "../words/en/figures";
import { attributionTypeWords, namingWords } from "./choice-words";
import { originKinds } from "./origin-kinds";

export const attributionTypes = [
  "republishes",
  "cites",
  "uncredited-rewrite",
  "same-press-release",
  "same-dataset",
  "same-interview",
  "same-owner",
  "own-reporting",
] as const;
export const namings = ["named", "unnamed-known-to-us", "unnamed-known-to-relay"] as const;

const originKind = z.enum(originKinds, { error: `Kinds are: ${originKinds.join(", ")}.` });

const originInput = z.strictObject({
  name: text({ max: 300 }),
  kind: originKind.default("other"),
  primary: z.boolean().default(true),
  naming: choice(namingWords).default("named"),
});

/** Decided for this claim alone; without it, for every claim that rests on the article. */
const claimInHand = z.string().min(1).max(60).optional();

export const addAttributionSchema = z
  .strictObject({
    type: choice(attributionTypeWords),
    to: z
      .union([z.strictObject({ articleId: z.string().max(60) }), z.strictObject({ origin: originInput })], {
        error: "Say where it leads: an article, or an origin.",
      })
      .optional(),
    status: z.enum(["suggested", "confirmed", "rejected"]).optional(),
    reason: z
      .strictObject({
        rule: text({ max: 100 }).optional(),
        quote: text({ max: 2_000 }).nullable().optional(),
      })
      .optional(),
    claimId: claimInHand,
  })
  .refine((given) => given.type === "own-reporting" || given.to !== undefined, {
    error: "Say where it leads: an article, or an origin.",
    path: ["to"],
  });
export type AddAttributionInput = z.output<typeof addAttributionSchema>;

export const decideAttributionSchema = z.strictObject({
  status: z.enum(["suggested", "confirmed", "rejected"], {
    error: "Status is: suggested, confirmed, rejected.",
  }),
  claimId: claimInHand,
  /** Decided on that claim's page, and meant for every claim: what was decided for it alone is taken back. */
  everyClaim: z.boolean().optional(),
  /** Of a suggested origin: its right name and kind, when it is confirmed. */
  origin: originInput.pick({ name: true }).extend({ kind: originKind }).optional(),
  /**
   * What it is now, as the person saw it, for the claim alone or for every claim, whichever this decides: decided otherwise
   * meanwhile, it stays so. For a claim for which nothing was decided: `as-for-every-claim`.
   */
  expected: z.enum(["suggested", "confirmed", "rejected", "as-for-every-claim"]).optional(),
});
export type DecideAttributionInput = z.output<typeof decideAttributionSchema>;

const attestation = z.strictObject({
  reason: text({ max: 1_000 })
    .nullable()
    .refine((given) => given === null || given.trim() !== "", {
      error: "Say how you know that it is a separate source.",
    }),
});

/** `expected` is what was read of it: where somebody attests something else by now, that stays. */
export const attestOriginSchema = attestation.extend({ expected: attestation.optional() });
export type AttestOriginInput = z.output<typeof attestOriginSchema>;

const interestsFields = z.strictObject({
  interests: text({ max: 500 }).nullable(),
  source: text({ max: 500 }).nullable(),
});

/**
 * What whoever knew it first gains or loses by it, with where that is known from; both null take it back. `expected` is what
 * was read of it: where something else is noted by now, that stays.
 */
export const noteInterestsSchema = interestsFields
  .extend({ expected: interestsFields.optional() })
  .refine(({ interests, source }) => (interests === null) === (source === null), {
    error: "Say both: the interests, and where they are known from.",
    path: ["source"],
  });
export type NoteInterestsInput = z.output<typeof noteInterestsSchema>;

const comparisonClass = choice(figures.classes);
const comparisonStatus = z.enum(["suggested", "confirmed"]);

export const decideComparisonSchema = z.strictObject({
  class: comparisonClass.optional(),
  status: comparisonStatus.optional(),
  /** What the person saw: when somebody decided meanwhile, nothing is overwritten. */
  expected: z
    .strictObject({
      class: comparisonClass,
      status: comparisonStatus,
      explanation: z.string().max(2_000).optional(),
    })
    .optional(),
  /** How the two differ, in the person's words; printed for readers. */
  explanation: z.string().trim().min(1).max(300, "Use at most 300 characters.").optional(),
});
export type DecideComparisonInput = z.output<typeof decideComparisonSchema>;
