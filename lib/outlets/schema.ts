import { z } from "zod";
import { cursorOf } from "../core/cursor";
import { text } from "../core/text-input";

const name = text({ max: 200 }).refine((given) => given.trim() !== "", { error: "Write the outlet's name." });

/** A host as a browser's address bar shows it, without the path. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { error: "Write the host alone, such as news.example.org." });

export const editOutletSchema = z.strictObject({
  name,
  host: host.nullable(),
  agency: z.boolean(),
  /** The owner's name; one that is not there yet is added as an organisation. */
  owner: text({ max: 300 }).nullable(),
  version: z.number().int().min(0),
});
export type EditOutletInput = z.output<typeof editOutletSchema>;

/** Another name by which articles and people call the outlet. */
export const nameOutletSchema = z.strictObject({ name });
export type NameOutletInput = z.output<typeof nameOutletSchema>;

/** The outlet that this one turns out to be. */
export const mergeOutletSchema = z.strictObject({ into: name });
export type MergeOutletInput = z.output<typeof mergeOutletSchema>;

export const listOutletsSchema = z.strictObject({
  q: z.string().max(200).optional(),
  cursor: cursorOf("text").optional(),
});
