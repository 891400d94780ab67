import "server-only";
import { db } from "../core/db.server";
import { loadSettings, publisherOf } from "../settings/settings.server";
import { pageFacts } from "./page-facts.server";
import type { SitePageName } from "./pages";
import { sitePageRecord } from "./record";
import type { SignedPage } from "./versions";

/**
 * The newest draft in the shape of a signed version that it is not, for the desk's preview; null where there is none.
 * `signer` is the name of who would sign it.
 */
export async function draftAsSigned(
  page: SitePageName,
  signer: string,
  now: Date,
): Promise<SignedPage | null> {
  const [{ draft, signed }, settings] = await Promise.all([pageFacts(db(), page), loadSettings()]);
  if (!draft) return null;
  const record = sitePageRecord({
    page,
    publisher: publisherOf(settings),
    language: settings.site.language,
    content: draft.content,
    previous: signed,
    publishedAt: now.toISOString(),
    signer: { name: signer, selfSigned: null, byToken: false },
  });
  return { record, sha256: "", signature: "", keyId: "" };
}
