import "server-only";
import type { Viewer } from "../access/viewer";
import { lockAdmins } from "../accounts/acting-admin.server";
import { changedFields } from "../core/changed-fields";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { scaleToSave } from "./commands";
import type { Rating } from "./ratings";
import { lockSetting, save } from "./save-setting.server";
import { loadSettings } from "./settings.server";

/** The gate asks for the password; what is decided about topics is on claims too, and has a way of its own. */
const keys = ["site", "watch", "shelfLife", "desk", "ratings"] as const;

/**
 * Gives a setting back the value from before this person saved it, with the rules of saving it. 409 `stale` when it was
 * saved again since.
 */
export async function takeBackSetting(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ version: number }>> {
  const { from, version } = entry.body;
  return runCommand(async (tx) => {
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
    return save(tx, viewer, { key, value, before, version }, now);
  });
}
