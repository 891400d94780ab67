import "server-only";
import { seesClaim } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { db, Prisma } from "../core/db.server";
import { loadSettings } from "../settings/settings.server";
import type { ColumnField } from "./columns";
import { planRows, sameWordsKey, type PlannedRow } from "./plan-rows";
import { countRows, previewRows, type ImportPreview, type Outcome } from "./preview";
import { filledRows, type LinkedTable } from "./read-cells";
import { sourcesOf } from "./row-sources.server";
import type { OfferedSheet } from "./sheets";

/** How long a sheet is kept for whoever gave it. */
export const keptMs = 24 * 60 * 60 * 1000;

export type Batch = {
  id: string;
  name: string;
  cells: LinkedTable;
  hasHeader: boolean;
  mapping: (ColumnField | null)[];
  sheets: OfferedSheet[];
  planned: PlannedRow[];
  outcomes: Outcome[];
};

/** One's own sheet with its rows read, or null: others' are not there, nor those older than a day. */
export async function findBatch(viewer: Viewer, id: string, now: Date): Promise<Batch | null> {
  const row = await db().importBatch.findFirst({
    where: { id, ownerId: viewer.id, createdAt: { gte: new Date(now.getTime() - keptMs) } },
    include: {
      rows: { select: { line: true, outcome: true, claimId: true, message: true }, orderBy: { line: "asc" } },
    },
  });
  if (!row) return null;
  const cells = row.cells as LinkedTable;
  const mapping = row.mapping as (ColumnField | null)[];
  return {
    id,
    name: row.name,
    cells,
    hasHeader: row.hasHeader,
    mapping,
    sheets: (row.sheets as OfferedSheet[] | null) ?? [],
    planned: planRows(cells, mapping, {
      hasHeader: row.hasHeader,
      timeZone: (await loadSettings()).site.timeZone,
    }),
    outcomes: row.rows as Outcome[],
  };
}

/**
 * Claims that say the same as one of the texts, by `sameWordsKey`; found by the keys of likeness, which the same words make.
 * A text without words that mean something ("?", "the same") has no keys, which every claim contains: it is looked for among
 * those that have none either.
 */
export async function claimsSaying(viewer: Sight, texts: readonly string[]): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map();
  const wanted = new Set(texts.map(sameWordsKey));
  const rows = await db().$queryRaw<{ id: string; text: string }[]>`
    WITH given AS MATERIALIZED (
      SELECT words, claim_likeness(words) AS keys FROM unnest(${[...new Set(texts)]}::text[]) AS words
    ), alike AS (
      SELECT c.id, given.words FROM given JOIN claim c ON c.likeness @> given.keys WHERE given.keys <> '{}'
      UNION ALL
      SELECT c.id, given.words FROM given CROSS JOIN claim c WHERE given.keys = '{}' AND c.likeness = '{}'
    )
    SELECT DISTINCT c.id, c.text, c."createdAt" FROM alike JOIN claim c ON c.id = alike.id
    WHERE abs(length(c.text) - length(alike.words)) <= 20 AND ${seesClaim(viewer, Prisma.sql`c.id`)}
    ORDER BY c."createdAt" DESC, c.id DESC`;
  // The oldest comes last and stays.
  return new Map(
    rows.map(({ id, text }) => [sameWordsKey(text), id] as const).filter(([key]) => wanted.has(key)),
  );
}

/** One's own sheet as it would become claims now, and what became of the rows that went through. Writes nothing. */
export async function openImport(viewer: Viewer, id: string, now: Date): Promise<ImportPreview | null> {
  const batch = await findBatch(viewer, id, now);
  if (!batch) return null;
  const gone = new Set(batch.outcomes.map(({ line }) => line));
  const waiting = batch.planned.filter(({ line, claim }) => claim && !gone.has(line));
  const [there, sources] = await Promise.all([
    claimsSaying(
      viewer,
      waiting.map(({ text }) => text),
    ),
    sourcesOf(viewer, batch),
  ]);
  const rows = previewRows(batch.planned, there, batch.outcomes);
  const { name, hasHeader, mapping, sheets, cells } = batch;
  return {
    ...{ id, name, hasHeader, mapping, sheets, rows },
    header: filledRows(cells)[0]?.row ?? [],
    counts: countRows(rows),
    sources: [...sources.values()],
  };
}
