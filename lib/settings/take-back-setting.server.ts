import "server-only";
import type { Viewer } from "../access/viewer";
import { lockAdmins } from "../accounts/acting-admin.server";
import { changedFields } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { datePublished, runDating, takeDatesAway } from "../shelf-life/date-published.server";
import { stayWords } from "../shelf-life/dated";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { scaleToSave } from "./commands";
import type { Rating } from "./ratings";
import { lockSetting, save } from "./save-setting.server";
import { loadSettings } from "./settings.server";

/** The gate asks for the password; what is decided about topics is on claims too, and has a way of its own. */
const keys = ["site", "watch", "shelfLife", "desk", "ratings"] as const;

/** `stays`: what was not put back, in words. */
type Back = { version: number; stays?: string };

/**
 * Gives a setting back the value from before this person saved it, with the rules of saving it. 409 `stale` when it was
 * saved again since.
 */
export async function takeBackSetting(viewer: Viewer, entry: OwnEntry, now: Date): Promise<Result<Back>> {
  const { from, version } = entry.body;
  const run: typeof runDating = entry.subjectId === "shelfLife" ? runDating : runCommand;
  return run(async (tx): Promise<Back> => {
    await lockAdmins(tx, viewer);
    const key = keys.find((one) => one === entry.subjectId) ?? refuse(notFound("change to take back"));
    const stored = await lockSetting(tx, key);
    // An entry from before entries named the version that they made fits none.
    if (typeof version !== "number") refuse(changedSince);
    if (stored !== version) {
      const row = await tx.setting.findUniqueOrThrow({ where: { key }, select: { value: true } });
      // Taken back already is what was wanted.
      if (Object.keys(changedFields({ value: from }, row)).length === 0) return { version: stored };
      refuse(changedSince);
    }
    const before = (await loadSettings(tx))[key];
    const value = key === "ratings" ? await scaleToSave(tx, before as Rating[], from as Rating[]) : from;
    const saving = { key, value, before, version };
    if (key === "shelfLife") return takeDaysBack(tx, viewer, { entry, saving }, now);
    return save(tx, viewer, saving, now);
  });
}

/**
 * The dates that came with the days go with them, unless something was done since. What was published meanwhile gets a date
 * by the days that are back, if it has none.
 */
async function takeDaysBack(
  tx: Tx,
  viewer: Viewer,
  { entry, saving }: { entry: OwnEntry; saving: Parameters<typeof save>[2] },
  now: Date,
): Promise<Back> {
  const undated = await takeDatesAway(tx, entry.id, now);
  const follow = async (entryId: string) => ({
    undated,
    ...(await datePublished(tx, { entryId, publishedAfter: entry.at }, now)),
  });
  const { version } = await save(tx, viewer, { ...saving, follow }, now);
  const { dated } = entry.body;
  // Entries from before new days gave dates tell none.
  const stay = typeof dated === "number" ? dated - undated : 0;
  return { version, ...(stay > 0 ? { stays: stayWords(stay, Number(dated)) } : {}) };
}
