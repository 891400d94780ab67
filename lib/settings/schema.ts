import { z } from "zod";
import { marks } from "../claims/vocabulary";
import { choice } from "../core/choice";
import { text } from "../core/text-input";
import { isTimeZone } from "../core/zoned-time";
import { legalReadWords } from "./gate-settings";
import { isLanguage } from "./site-choices";

/** The version that was read: 0 while the newsroom never chose. */
const version = z
  .number({ error: "Send the version you read, so that nobody’s change is overwritten." })
  .int()
  .min(0);

const line = (max: number) =>
  text({ max })
    .trim()
    .refine((value) => !/\p{Cc}/u.test(value), { error: "Write this on one line." });

export const saveSiteSchema = z.strictObject({
  name: line(120),
  language: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
      error: "Write a language code such as en or uk.",
      abort: true,
    })
    .refine(isLanguage, {
      error: "There is no language of this code. Choose one, such as en for English or uk for Ukrainian.",
    }),
  label: line(200).nullable(),
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, { error: "Write a time zone such as Europe/Kyiv, America/New_York or UTC." })
    .optional(),
  version,
});
export type SaveSiteInput = z.output<typeof saveSiteSchema>;

const gateFields = z.strictObject({
  originsNeeded: z
    .number({ error: "Write a number from 1 to 5." })
    .int({ error: "Write a whole number." })
    .min(1, { error: "One at least." })
    .max(5, { error: "Five at most." }),
  onePersonDesk: z.boolean(),
  legalRead: choice(legalReadWords).optional(),
  legalReadTopics: z.array(line(60)).max(100, { error: "A hundred topics at most." }).optional(),
  version,
  password: z.string().max(1_000).optional(),
  code: z.string().max(60).optional(),
});

/** What the gate asks for; of legal reads, what is left out stays as it is. */
export const saveGateSchema = gateFields.refine(
  ({ legalRead, legalReadTopics }) => legalRead !== "topics" || (legalReadTopics ?? []).length > 0,
  { error: "Write the topics whose claims are to be read.", path: ["legalReadTopics"] },
);
export type SaveGateInput = z.output<typeof saveGateSchema>;

/** How the desk works; of interns, what is left out stays as it is. */
export const saveDeskSchema = z.strictObject({
  showsSearches: z.boolean(),
  internsSeeOwn: z.boolean().optional(),
  version,
});
export type SaveDeskInput = z.output<typeof saveDeskSchema>;

const hours = (max: number) =>
  z
    .number({ error: "Write a number of hours." })
    .int({ error: "Write whole hours." })
    .min(1, { error: "One hour at least." })
    .max(max, { error: `${max} hours at most.` });

export const saveWatchSchema = z.strictObject({
  isOn: z.boolean(),
  maxPerRun: z
    .number({ error: "Write a number from 1 to 200." })
    .int({ error: "Write a whole number." })
    .min(1, { error: "One at least." })
    .max(200, { error: "200 at most." }),
  hostDelaySeconds: z
    .number({ error: "Write a number of seconds." })
    .int({ error: "Write whole seconds." })
    .min(5, { error: "Five seconds at least: a site is no one’s own." })
    .max(3_600, { error: "An hour at most." }),
  freshHours: hours(24 * 31),
  recentHours: hours(24 * 31),
  settledHours: hours(24 * 92),
  oldHours: hours(24 * 366),
  version,
});
export type SaveWatchInput = z.output<typeof saveWatchSchema>;

const code = z
  .string()
  .max(40, { error: "Forty characters at most." })
  .regex(/^[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*$/, {
    error: "Write a code in small letters, such as no-evidence.",
  });
const label = line(60);
const meaning = line(200);
const number = z
  .number({ error: "Write a number from 1 to 5, or nothing." })
  .int({ error: "Write a whole number." })
  .min(1, { error: "Numbers are 1 to 5." })
  .max(5, { error: "Numbers are 1 to 5." })
  .nullable();
const fittingMarks = z
  .array(z.enum(marks, { error: `Marks are: ${marks.join(", ")}.` }))
  .min(1, { error: "Choose the marks that fit it." })
  .max(marks.length);
const position = z
  .number({ error: "Write its place in the list." })
  .int()
  .min(1, { error: "The first place is 1." })
  .max(100);

export const editRatingSchema = z.strictObject({
  code,
  label,
  meaning,
  position: position.optional(),
  version,
});
export type EditRatingInput = z.output<typeof editRatingSchema>;

export const addRatingSchema = z.strictObject({ code, label, meaning, number, marks: fittingMarks, version });
export type AddRatingInput = z.output<typeof addRatingSchema>;

export const removeRatingSchema = z.strictObject({ code, version });
export type RemoveRatingInput = z.output<typeof removeRatingSchema>;
