import "server-only";
import { Prisma, rowsOf, sendLater, type Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { outletKey } from "./article-identity";
import type { ReadDocument } from "./read-document.server";

/**
 * Finds or adds the outlet of that name; another name of an outlet is that outlet; null stays unknown. The row is held
 * until the command ends, so that two outlets are not made one under its feet.
 */
export async function outletIdOf(tx: Tx, name: string | null | undefined): Promise<string | null> {
  if (!name) return null;
  const nameKey = outletKey(name);
  await sendLater(
    tx,
    Prisma.sql`INSERT INTO outlet (id, name, "nameKey") VALUES (${newId()}, ${name.trim()}, ${nameKey}) ON CONFLICT ("nameKey") DO NOTHING`,
  );
  const [row] = await rowsOf<{ id: string }>(
    tx,
    Prisma.sql`SELECT coalesce("sameAsId", id) AS id FROM outlet WHERE "nameKey" = ${nameKey} FOR SHARE`,
  );
  return row!.id;
}

/** The outlet that a person said is at this address's host; null when nobody said so. */
export async function outletIdAt(tx: Tx, address: string | null): Promise<string | null> {
  if (!address || !URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/^www\./, "");
  const [row] = await rowsOf<{ id: string }>(
    tx,
    Prisma.sql`SELECT id FROM outlet WHERE host = ${host} AND "sameAsId" IS NULL ORDER BY id LIMIT 1`,
  );
  return row?.id ?? null;
}

/**
 * Adds one immutable copy to an article and makes it the current one. Returns the capture's id. Both statements go with the
 * next one that is asked: a page of megabytes is not written out for anybody to wait for.
 */
export async function saveCapture(
  tx: Tx,
  input: { articleId: string; read: ReadDocument; createdById: string | null; now: Date },
): Promise<string> {
  const { articleId, createdById, now } = input;
  const { document, extraction, sha256, charset, contentType, recordingId = null } = input.read;
  const id = newId();
  const bytes = recordingId === null ? document.bytes : null;
  const finalUrl = document.method === "fetched" ? (document.url ?? null) : null;
  const { headers, mainRanges, links, pages } = {
    headers: JSON.stringify(document.headers ?? []),
    mainRanges: JSON.stringify(extraction.mainRanges),
    links: JSON.stringify(extraction.links),
    pages: JSON.stringify(extraction.pages ?? []),
  };
  await sendLater(
    tx,
    Prisma.sql`
      INSERT INTO capture (id, "articleId", sha256, method, "capturedAt", "contentType", charset, headers, "finalUrl", bytes,
        "recordingId", "fullText", "mainRanges", links, pages, "createdById")
      VALUES (${id}, ${articleId}, ${sha256}, ${document.method}, ${now}, ${contentType}, ${charset}, ${headers}::jsonb,
        ${finalUrl}, ${bytes}, ${recordingId}, ${extraction.fullText}, ${mainRanges}::jsonb, ${links}::jsonb, ${pages}::jsonb, ${createdById})`,
  );
  await sendLater(
    tx,
    Prisma.sql`
      UPDATE article SET state = 'captured', "failureCode" = NULL, "failureMessage" = NULL, "currentCaptureId" = ${id},
        version = version + 1 WHERE id = ${articleId}`,
  );
  return id;
}
