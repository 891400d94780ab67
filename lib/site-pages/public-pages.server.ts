import "server-only";
import { db } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { fail, notFound, ok, type Result } from "../core/result";
import { logProofOf, type LogProofDto } from "../log/queries";
import { onPublished } from "../publications/published-notices.server";
import { loadKeySet } from "../publications/signing-key.server";
import { sitePageNames, type SitePageName } from "./pages";
import { verifiedPageVersions, type SignedPage } from "./versions";

/** Every signed version of each page, oldest first; `null` for a page whose records do not verify. */
type SignedPages = Map<SitePageName, SignedPage[] | null>;

/** A missed notification is made good by age, well inside the promised 60 seconds. */
const maxAgeMs = 20_000;
const held = globalThis as {
  countersignPages?: { pages: SignedPages; atMs: number } | undefined;
  countersignPagesGeneration?: number;
};

function forgetOnNotice(): void {
  if (held.countersignPagesGeneration !== undefined) return;
  held.countersignPagesGeneration = 0;
  onPublished((what) => {
    if (what !== "*" && !what.startsWith("page:")) return;
    held.countersignPages = undefined;
    held.countersignPagesGeneration! += 1;
  });
}

/** The signed pages, twenty seconds old at most. Hash, signature and chain are verified whenever they are read. */
export async function signedPages(nowMs: number = Date.now()): Promise<SignedPages> {
  forgetOnNotice();
  const known = held.countersignPages;
  if (known && nowMs - known.atMs <= maxAgeMs) return known.pages;
  const generation = held.countersignPagesGeneration;
  const pages = await load();
  // Something was signed while this was being read: serve it, keep nothing.
  if (generation === held.countersignPagesGeneration) held.countersignPages = { pages, atMs: nowMs };
  return pages;
}

async function load(): Promise<SignedPages> {
  const [rows, keys] = await Promise.all([
    db().siteVersion.findMany({
      orderBy: { version: "asc" },
      select: { page: true, recordText: true, sha256: true, signature: true, keyId: true },
    }),
    loadKeySet(),
  ]);
  const pages: SignedPages = new Map();
  for (const page of sitePageNames) {
    const own = rows.filter((row) => row.page === page);
    if (own.length === 0) continue;
    const versions = verifiedPageVersions(page, own, keys);
    if (!versions) logger.error({ page }, "a signed page of the site does not verify");
    pages.set(page, versions);
  }
  return pages;
}

/** Every signed version of one page, oldest first; `not_found` when none was ever signed. */
export async function publicPage(page: SitePageName): Promise<Result<SignedPage[]>> {
  const versions = (await signedPages()).get(page);
  if (versions === undefined) return fail(notFound("page"));
  if (versions !== null) return ok(versions);
  return fail({
    kind: "unavailable",
    code: "not-verified",
    detail: "This page is not shown, because its signature does not match. The newsroom has been told.",
  });
}

export type PublicPageDto = SignedPage & { log: LogProofDto | null };

/** One version of a page as the public API serves it. */
export async function publicPageDto(
  page: SitePageName,
  version: number | "latest",
): Promise<Result<PublicPageDto>> {
  const found = await publicPage(page);
  if (!found.ok) return found;
  const signed = version === "latest" ? found.value.at(-1) : found.value[version - 1];
  return signed ? ok({ ...signed, log: await logProofOf(signed.sha256) }) : fail(notFound("version"));
}
