import "server-only";
import { db, Prisma, rowsOf, type Reader } from "../core/db.server";
import { env } from "../core/env.server";
import { defaultDeskSettings, type DeskSettings } from "./desk-settings";
import { defaultGateSettings, type GateSettings } from "./gate-settings";
import { defaultRatings, type Rating } from "./ratings";
import { defaultShelfLifeSettings, type ShelfLifeSettings } from "./shelf-life-settings";
import { defaultTopicSettings, type TopicSettings } from "./topic-settings";
import { defaultWatchSettings, type WatchSettings } from "./watch-settings";

export type Settings = {
  gate: GateSettings;
  ratings: readonly Rating[];
  watch: WatchSettings;
  shelfLife: ShelfLifeSettings;
  topics: TopicSettings;
  desk: DeskSettings;
  site: {
    name: string;
    language: string;
    label: string | null;
    /** The zone that the desk types and reads times in, such as "Europe/Kyiv". */
    timeZone: string;
  };
};

const defaultSite: Settings["site"] = {
  name: "The Example Desk",
  language: "en",
  label: null,
  timeZone: "UTC",
};

/** The newsroom's settings; what was never set has its default. */
export async function loadSettings(reader: Reader = db()): Promise<Settings> {
  const rows = await rowsOf<{ key: string; value: unknown }>(
    reader,
    Prisma.sql`SELECT key, value FROM setting`,
  );
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  return {
    gate: { ...defaultGateSettings, ...(stored.get("gate") as Partial<GateSettings> | undefined) },
    ratings: (stored.get("ratings") as Rating[] | undefined) ?? defaultRatings,
    watch: { ...defaultWatchSettings, ...(stored.get("watch") as Partial<WatchSettings> | undefined) },
    shelfLife: {
      ...defaultShelfLifeSettings,
      ...(stored.get("shelfLife") as Partial<ShelfLifeSettings> | undefined),
    },
    topics: { ...defaultTopicSettings, ...(stored.get("topics") as Partial<TopicSettings> | undefined) },
    desk: { ...defaultDeskSettings, ...(stored.get("desk") as Partial<DeskSettings> | undefined) },
    site: { ...defaultSite, ...(stored.get("site") as Partial<Settings["site"]> | undefined) },
  };
}

/** Name and address as printed in records. */
export function publisherOf(settings: Settings): { name: string; url: string } {
  return { name: settings.site.name, url: env().publicUrl };
}
