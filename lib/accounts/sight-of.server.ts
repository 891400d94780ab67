import "server-only";
import type { Sight } from "../access/viewer";
import { db } from "../core/db.server";
import { defaultDeskSettings, type DeskSettings } from "../settings/desk-settings";

/** How much of the desk this account sees now. Asks nothing about who is no intern. */
export async function sightOf(account: { id: string; isIntern: boolean }): Promise<Sight> {
  if (!account.isIntern) return { id: account.id, sees: "everything" };
  const row = await db().setting.findUnique({ where: { key: "desk" }, select: { value: true } });
  const desk = { ...defaultDeskSettings, ...(row?.value as Partial<DeskSettings> | undefined) };
  return { id: account.id, sees: desk.internsSeeOwn ? "own" : "everything" };
}
