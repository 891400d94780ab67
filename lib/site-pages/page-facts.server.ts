import "server-only";
import type { Reader, Tx } from "../core/db.server";
import type { SitePageContent, SitePageName } from "./pages";
import type { SitePageRecord } from "./record";

/** Takes turns with everyone who saves or signs this page, until the transaction ends. */
export async function lockPage(tx: Tx, page: SitePageName): Promise<void> {
  await tx.$queryRaw`SELECT lock_site_page(${page})::text`;
}

/** The newest draft of a page and its newest signed version, with who wrote and who signed; null where there is none. */
export async function pageFacts(reader: Reader, page: SitePageName) {
  const [draft, version] = await Promise.all([
    reader.siteDraft.findFirst({
      where: { page },
      orderBy: { number: "desc" },
      include: { author: { select: { name: true } } },
    }),
    reader.siteVersion.findFirst({
      where: { page },
      orderBy: { version: "desc" },
      include: { draft: { select: { number: true } } },
    }),
  ]);
  const record = version && (JSON.parse(version.recordText) as SitePageRecord);
  return {
    draft: draft && {
      id: draft.id,
      number: draft.number,
      content: draft.content as unknown as SitePageContent,
      forSignature: draft.forSignature,
      by: draft.author.name,
      at: draft.savedAt,
    },
    signed: record && {
      version: version.version,
      sha256: version.sha256,
      draftNumber: version.draft.number,
      content: record.content,
      by: record.signer.name,
      at: version.publishedAt,
    },
  };
}

/** Whoever saved a draft since the last signed version, by id: none of them signs. */
export async function pageAuthors(reader: Reader, page: SitePageName): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`SELECT id FROM site_page_authors(${page}) a(id)`;
  return rows.map(({ id }) => id);
}
