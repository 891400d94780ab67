import "server-only";
import type { Viewer } from "../access/viewer";
import { db, type Reader } from "../core/db.server";
import { cleanChoices, usualKeys, type KeySettings } from "./bindings";

/** The keys of this person. */
export async function keysOf(viewer: Pick<Viewer, "id">, reader: Reader = db()): Promise<KeySettings> {
  const row = await reader.keyChoice.findUnique({ where: { userId: viewer.id } });
  if (!row) return usualKeys;
  return { isOn: row.isOn, keys: cleanChoices(row.keys as Record<string, unknown>) };
}
