import { z } from "zod";
import { bindingsOf, cleanChoices, conflictsOf, isKeys } from "./bindings";
import { shortcuts, type Shortcut } from "./shortcuts";

const rows: readonly Shortcut[] = shortcuts;
const wordsOf = (id: string) => rows.find((row) => row.id === id)?.words ?? id;

/** Which keys do what; a shortcut that is not named has its usual keys, "" takes its keys away. */
const keys = z
  .record(z.string(), z.string().trim().max(3))
  .superRefine((chosen, context) => {
    const refuse = (id: string, message: string) => context.addIssue({ code: "custom", path: [id], message });
    for (const [id, value] of Object.entries(chosen))
      if (value !== "" && !isKeys(value))
        refuse(id, `“${wordsOf(id)}”: one character, or two with a space between.`);
    for (const conflict of conflictsOf(bindingsOf(cleanChoices(chosen))))
      refuse(
        conflict.id,
        `“${wordsOf(conflict.id)}” and “${wordsOf(conflict.with)}” would both be ${conflict.keys}. Change one.`,
      );
  })
  .transform(cleanChoices);

/** What is left out stays as it is. */
export const saveKeysSchema = z.strictObject({ isOn: z.boolean().optional(), keys: keys.optional() });
export type SaveKeysInput = z.output<typeof saveKeysSchema>;
