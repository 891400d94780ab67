import { password } from "../scenes";
import { sql } from "../sessions";
import { mark, type Filled } from "./filled-forms";

/** A setting with its version; saving what stands changes nothing for others. */
export async function setting(key: string): Promise<{ value: Record<string, unknown>; version: string }> {
  const [row] = await sql(`SELECT value, version FROM setting WHERE key = $1`, [key]);
  return { value: (row?.value ?? {}) as Record<string, unknown>, version: String(row?.version ?? 0) };
}

export async function watch(): Promise<Filled> {
  const { version } = await setting("watch");
  const hours = { freshHours: "6", recentHours: "24", settledHours: "168", oldHours: "720" };
  return { fields: { isOn: "on", maxPerRun: "20", hostDelaySeconds: "30", ...hours, version } };
}

export async function shelfLife(): Promise<Filled> {
  const { version } = await setting("shelfLife");
  return { fields: { "days.so": "180", topics: "Prices: 30", version } };
}

export async function site(): Promise<Filled> {
  const { value, version } = await setting("site");
  const words = Object.entries(value).flatMap(([name, was]) =>
    typeof was === "string" ? [[name, was]] : [],
  );
  return { fields: { name: "Countersign", language: "en", ...Object.fromEntries(words), version } };
}

export async function deskSettings(): Promise<Filled> {
  const { version } = await setting("desk");
  // Interns go on seeing everything: other tests have none, and need none.
  return { fields: { showsSearches: "on", version } };
}

export async function gate(): Promise<Filled> {
  const { version } = await setting("gate");
  return { fields: { originsNeeded: "2", legalRead: "off", legalReadTopics: "", version, password } };
}

/** A topic that one claim has. */
export async function newTopic(): Promise<string> {
  const name = `Topic ${mark()}`;
  await sql(
    `INSERT INTO claim (id, text, topics, "createdById")
     SELECT gen_random_uuid(), $1, ARRAY[$1], id FROM "user" WHERE email = 'admin@demo.local'`,
    [name],
  );
  return name;
}

export const topicForm = async (fields: Record<string, string>): Promise<Filled> => ({
  fields: { ...fields, version: (await setting("topics")).version },
});

/** The code of the rating that is added, changed and removed again. */
export const spareRating = "no-evidence";

export const newRating = async (): Promise<Filled> => ({
  fields: {
    identifier: spareRating,
    label: "No evidence",
    meaning: "nobody shows any",
    marks: ["unproven"],
    version: (await setting("ratings")).version,
  },
});
