import "server-only";
import { createHash } from "node:crypto";
import { env } from "../core/env.server";
import { loadSettings, type Settings } from "../settings/settings.server";

/** What readers' pages print of the settings. */
export type PublicSite = {
  /** `url` is absolute, without a slash at the end. */
  site: { name: string; url: string; language: string };
  label: string | null;
  about: string;
  funding: string;
  contact: string;
  ratings: Settings["ratings"];
  /** Changes whenever any of the above does. */
  key: string;
};

const maxAgeMs = 10_000;
const held = globalThis as { countersignSite?: { value: PublicSite; atMs: number } };

function toPublicSite({ site, ratings }: Settings): PublicSite {
  const { name, language, label, about, funding, contact } = site;
  const value = { site: { name, url: env().publicUrl, language }, label, about, funding, contact, ratings };
  return { ...value, key: createHash("sha256").update(JSON.stringify(value)).digest("base64url") };
}

/** The settings that readers see, ten seconds old at most; older ones rather than none when the database is away. */
export async function publicSite(nowMs: number = Date.now()): Promise<PublicSite> {
  const known = held.countersignSite;
  if (known && nowMs - known.atMs <= maxAgeMs && known.value.site.url === env().publicUrl) return known.value;
  try {
    const value = toPublicSite(await loadSettings());
    held.countersignSite = { value, atMs: nowMs };
    return value;
  } catch (error) {
    if (known) return known.value;
    throw error;
  }
}
