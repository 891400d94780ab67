import "server-only";
import { db } from "../core/db.server";
import { Lru } from "../core/lru";
import { fail, notFound, type Result } from "../core/result";
import { registerArticleCache } from "../core/article-caches";
import { noSuchPage } from "./document-pages";
import { drawPageApart } from "./draw-page-apart.server";
import type { DrawnPage } from "./draw-page.server";
import { takenOut } from "./queries";

type Drawn = Result<DrawnPage>;
type Kept = { drawn: Lru<Drawn>; underWay: Map<string, Promise<Drawn>> };

/** The desk's page and the address of the picture are bundled apart and keep the same pictures. */
const held = globalThis as { countersignDrawnPages?: Kept };

/**
 * A page of text is a fifth of a megabyte, a coloured scan up to nine: whoever looks at a claim that rests on some dozens
 * of pages finds them drawn when they come back to it.
 */
const mostKeptBytes = 96 * 1024 * 1024;
const keptMs = 10 * 60_000;
/** A page that cannot be drawn takes its words. */
const bytesOf = (drawn: Drawn) => (drawn.ok ? drawn.value.png.byteLength : 1_000);

function kept(): Kept {
  if (held.countersignDrawnPages) return held.countersignDrawnPages;
  const drawn = new Lru<Drawn>(mostKeptBytes, keptMs, bytesOf);
  registerArticleCache(() => drawn.clear());
  return (held.countersignDrawnPages = { drawn, underWay: new Map() });
}

type Row = {
  contentType: string | null;
  sha256: string;
  pages: number;
  hasBytes: boolean;
  expungedAt: Date | null;
  capturedAt: Date;
};

/**
 * One page (1-based) of a captured PDF as a picture, drawn when somebody asks for it. `not_found` for captures of other
 * kinds and pages that there are not, `gone` after it was expunged, `invalid` with why when it cannot be drawn.
 */
export async function pagePicture(captureId: string, page: number, now: Date): Promise<Drawn> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT "contentType", sha256, jsonb_array_length(pages) AS pages, bytes IS NOT NULL AS "hasBytes", "expungedAt", "capturedAt"
    FROM capture WHERE id = ${captureId}`;
  if (!row) return fail(notFound("capture"));
  if (row.expungedAt || !row.hasBytes) return fail(takenOut(row.expungedAt ?? row.capturedAt));
  if (row.contentType !== "application/pdf") return fail(notFound("PDF"));
  if (row.pages > 0 && page > row.pages) return fail(noSuchPage(row.pages));
  const key = `${row.sha256}:${page}`;
  const { drawn, underWay } = kept();
  const before = drawn.get(key, now.getTime());
  if (before) return before;
  const drawing = underWay.get(key) ?? draw(captureId, page);
  underWay.set(key, drawing);
  try {
    const picture = await drawing;
    // What is in the file stands in the way each time, and can take as long as a page may.
    if (picture.ok || picture.error.kind === "invalid") drawn.set(key, picture, now.getTime());
    return picture;
  } finally {
    underWay.delete(key);
  }
}

async function draw(captureId: string, page: number): Promise<Drawn> {
  const [row] = await db().$queryRaw<{ bytes: Uint8Array | null }[]>`
    SELECT bytes FROM capture WHERE id = ${captureId}`;
  return row?.bytes ? drawPageApart(row.bytes, page) : fail(notFound("capture"));
}
