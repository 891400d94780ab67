import "server-only";
import { db } from "../core/db.server";
import { loadSettings, type Settings } from "./settings.server";

export type SettingsToEdit = Settings & {
  versions: { site: number; gate: number; ratings: number; watch: number; topics: number; desk: number };
};

/** The settings with the version of each, to save over; 0 where the newsroom never chose. */
export async function loadSettingsToEdit(): Promise<SettingsToEdit> {
  // Versions first: a save in between then shows as stale, never as unseen.
  const rows = await db().setting.findMany({ select: { key: true, version: true } });
  const versionOf = (key: string) => rows.find((row) => row.key === key)?.version ?? 0;
  const settings = await loadSettings();
  return {
    ...settings,
    versions: {
      site: versionOf("site"),
      gate: versionOf("gate"),
      ratings: versionOf("ratings"),
      watch: versionOf("watch"),
      topics: versionOf("topics"),
      desk: versionOf("desk"),
    },
  };
}
