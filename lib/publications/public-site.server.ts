import "server-only";
import { createHash } from "node:crypto";
import { env } from "../core/env.server";
import { loadSettings, type Settings } from "../settings/settings.server";
import { spokenLanguage, type ReaderLanguage } from "../words/reader";

/** What readers' pages print of the settings. */
export type PublicSite = {
  /** `url` is absolute, without a slash at the end. */
  site: { name: string; url: string; language: string; speaks: ReaderLanguage };
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
  const named = { name, url: env().publicUrl, language, speaks: spokenLanguage(language) };
  return keyed({ site: named, label, about, funding, contact, ratings });
}

function keyed(value: Omit<PublicSite, "key">): PublicSite {
  return { ...value, key: createHash("sha256").update(JSON.stringify(value)).digest("base64url") };
}

/** The same site in another of the interface's languages. */
export function siteSpeaking(pub: PublicSite, speaks: ReaderLanguage): PublicSite {
  if (pub.site.speaks === speaks) return pub;
  const { key: _key, ...value } = pub;
  return keyed({ ...value, site: { ...value.site, speaks } });
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
