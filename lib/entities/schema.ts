import { z } from "zod";
import { cursorOf } from "../core/cursor";
import { text } from "../core/text-input";

export const entityKinds = ["person", "organisation"] as const;
const linkKinds = ["same-as", "part-of"] as const;

const name = text({ max: 300 }).refine((given) => given.trim() !== "", { error: "Write a name." });
const fields = {
  name,
  kind: z.enum(entityKinds, { error: "It is a person or an organisation." }),
  otherNames: z.array(text({ max: 300 })).max(50, { error: "50 other names at most." }),
  interests: text({ max: 500 }).nullable().optional(),
  interestsSource: text({ max: 500 }).nullable().optional(),
};

type Interests = { interests?: string | null | undefined; interestsSource?: string | null | undefined };
const saysBoth = ({ interests, interestsSource }: Interests) =>
  (interests ?? null) === null ? (interestsSource ?? null) === null : (interestsSource ?? null) !== null;
const both = {
  error: "Say both: the interests, and where they are known from.",
  path: ["interestsSource"],
};

export const addEntitySchema = z.strictObject(fields).refine(saysBoth, both);
export type AddEntityInput = z.output<typeof addEntitySchema>;

/** Interests that are left out stay as they are. */
export const editEntitySchema = z
  .strictObject({ ...fields, version: z.number().int().min(0) })
  .refine(saysBoth, both);
export type EditEntityInput = z.output<typeof editEntitySchema>;

export const linkEntitySchema = z.strictObject({
  kind: z.enum(linkKinds, { error: "It is the same as, or part of, the other." }),
  to: name,
});
export type LinkEntityInput = z.output<typeof linkEntitySchema>;

/** `expected` is what it was when it was read: decided otherwise meanwhile, it stays so. */
export const decideEntityLinkSchema = z.strictObject({
  status: z.enum(["confirmed", "rejected"], { error: "Confirm it, or reject it." }),
  expected: z.enum(["suggested", "confirmed", "rejected"]).optional(),
});
export type DecideEntityLinkInput = z.output<typeof decideEntityLinkSchema>;

export const listEntitiesSchema = z.strictObject({
  q: z.string().max(200).optional(),
  cursor: cursorOf("text", "text").optional(),
});
