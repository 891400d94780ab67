import "server-only";
import type { Prisma, Tx } from "../core/db.server";
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
  await tx.$executeRaw`INSERT INTO outlet (id, name, "nameKey") VALUES (${newId()}, ${name.trim()}, ${nameKey}) ON CONFLICT ("nameKey") DO NOTHING`;
  const rows = await tx.$queryRaw<{ id: string; sameAsId: string | null }[]>`
    SELECT id, "sameAsId" FROM outlet WHERE "nameKey" = ${nameKey} FOR SHARE`;
  const row = rows[0]!;
  return row.sameAsId ?? row.id;
}

/** The outlet that a person said is at this address's host; null when nobody said so. */
export async function outletIdAt(tx: Tx, address: string | null): Promise<string | null> {
  if (!address || !URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/^www\./, "");
  const row = await tx.outlet.findFirst({
    where: { host, sameAsId: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return row?.id ?? null;
}

/** Adds one immutable copy to an article and makes it the current one. Returns the capture's id. */
export async function saveCapture(
  tx: Tx,
  input: { articleId: string; read: ReadDocument; createdById: string | null; now: Date },
): Promise<string> {
  const { document, extraction, sha256, charset, contentType } = input.read;
  const id = newId();
  await tx.capture.create({
    data: {
      id,
      articleId: input.articleId,
      sha256,
      method: document.method,
      capturedAt: input.now,
      contentType,
      charset,
      headers: (document.headers ?? []) as Prisma.InputJsonValue,
      finalUrl: document.method === "fetched" ? (document.url ?? null) : null,
      bytes: Uint8Array.from(document.bytes),
      fullText: extraction.fullText,
      mainRanges: extraction.mainRanges as Prisma.InputJsonValue,
      links: extraction.links as Prisma.InputJsonValue,
      pages: (extraction.pages ?? []) as Prisma.InputJsonValue,
      createdById: input.createdById,
    },
  });
  await tx.article.update({
    where: { id: input.articleId },
    data: {
      state: "captured",
      failureCode: null,
      failureMessage: null,
      currentCaptureId: id,
      version: { increment: 1 },
    },
  });
  return id;
}
