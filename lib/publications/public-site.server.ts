import "server-only";
import { createHash } from "node:crypto";
import { publicUrl } from "../core/env.server";
import { onPublished } from "./published-notices.server";
import { loadSettings, type Settings } from "../settings/settings.server";
import type { SitePageName } from "../site-pages/pages";
import { signedPages } from "../site-pages/public-pages.server";
import { spokenLanguage, type ReaderLanguage } from "../words/reader";

/** What readers' pages print of the settings. */
export type PublicSite = {
  /** `url` is absolute, without a slash at the end. */
  site: {
    name: string;
    url: string;
    language: string;
    speaks: ReaderLanguage;
    /** Pages of its own that the newsroom has signed. */
    pages: readonly SitePageName[];
    label: string | null;
  };
  label: string | null;
  ratings: Settings["ratings"];
  /** Changes whenever any of the above does. */
  key: string;
};

const maxAgeMs = 10_000;
const held = globalThis as {
  countersignSite?: { value: PublicSite; atMs: number };
  countersignSiteListens?: boolean;
};

function toPublicSite({ site, ratings }: Settings, pages: readonly SitePageName[]): PublicSite {
  const { name, language, label } = site;
  const named = { name, url: publicUrl(), language, speaks: spokenLanguage(language), pages, label };
  return keyed({ site: named, label, ratings });
}

/** What is linked: pages that were signed and verify. */
async function pagesToLink(): Promise<SitePageName[]> {
  const signed = await signedPages();
  return [...signed].flatMap(([page, versions]) => (versions ? [page] : []));
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

/** A page that was just signed is linked at once. */
function forgetOnNotice(): void {
  if (held.countersignSiteListens) return;
  held.countersignSiteListens = true;
  onPublished((what) => {
    if (held.countersignSite && (what === "*" || what.startsWith("page:"))) held.countersignSite.atMs = 0;
  });
}

/** The settings that readers see, ten seconds old at most; older ones rather than none when the database is away. */
export async function publicSite(nowMs: number = Date.now()): Promise<PublicSite> {
  const known = held.countersignSite;
  if (known && nowMs - known.atMs <= maxAgeMs && known.value.site.url === publicUrl()) return known.value;
  forgetOnNotice();
  try {
    const value = toPublicSite(await loadSettings(), await pagesToLink());
    held.countersignSite = { value, atMs: nowMs };
    return value;
  } catch (error) {
    if (known) return known.value;
    throw error;
  }
}
