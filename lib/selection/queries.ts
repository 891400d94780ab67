import "server-only";
import { can } from "../access/can";
import { seesClaim } from "../access/sight.server";
import type { Sight, Viewer } from "../access/viewer";
import { decodeCursor, page } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import { firstInstantIn } from "../core/zoned-time";
import type { DeclineReason } from "../claims/vocabulary";
import { loadSettings } from "../settings/settings.server";
import { meansNoTopic, noTopic } from "../topics/no-topic";
import type { LedgerFigures, LedgerRow, Tally } from "./ledger";
import type { LedgerFilters, ListLedgerInput } from "./schema";

type Row = Omit<LedgerRow, "cameAt" | "decided"> & {
  cameAt: Date;
  decidedAt: Date | null;
  by: string | null;
};

/**
 * Claims, parts of them among these, with where they came from. Whoever chose a tip decided that its claim is taken up,
 * though nobody began with it yet.
 */
const claimsFor = (viewer: Sight) => Prisma.sql`
  SELECT c.id, CASE WHEN c."parentId" IS NULL THEN 'claim' ELSE 'part' END AS what, c.text, c."declineReason" AS reason, c."declineNote" AS note, c.topics, c.state, c.state <> 'new' OR t.id IS NOT NULL AS "isDecided", c."createdAt",
    CASE WHEN t.id IS NULL THEN 'desk' ELSE tip_site(t.url) END AS source, NULL::text AS "claimId"
  FROM claim c LEFT JOIN tip t ON t."claimId" = c.id AND t.state = 'chosen' WHERE ${seesClaim(viewer, Prisma.sql`c.id`)}`;
/** A part is chosen with its whole, and left by itself. */
const decidedAlone = Prisma.sql`(what = 'claim' OR state = 'declined')`;
const tipsFor = (viewer: Sight) => Prisma.sql`
  SELECT t.id, 'tip' AS what, t.text, t.reason, t.note, ARRAY[]::text[] AS topics, t.state, t.state <> 'new' AS "isDecided", t."createdAt", tip_site(t.url) AS source, t."claimId"
  FROM tip t WHERE ${viewer.sees === "everything" ? Prisma.sql`true` : Prisma.sql`t."decidedById" = ${viewer.id}`}`;

/** When a month begins and ends on the newsroom's clocks, by which `ledgerFigures` counts it too. */
async function edgesOf(month: string): Promise<{ from: Date; until: Date }> {
  const { timeZone } = (await loadSettings()).site;
  const [year = 0, number = 0] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return {
    from: firstInstantIn(timeZone, `${month}-01T00:00`),
    until: firstInstantIn(timeZone, `${next}-01T00:00`),
  };
}

const hasTopic = (topic: string) =>
  meansNoTopic(topic)
    ? Prisma.sql`cardinality(i.topics) = 0`
    : Prisma.sql`i.topics @> ARRAY[${topic}]::text[]`;

async function conditions({ reason, topic, source, month }: LedgerFilters): Promise<Prisma.Sql> {
  const edges = month ? await edgesOf(month) : null;
  return Prisma.join(
    [
      Prisma.sql`i.state = 'declined'`,
      ...(reason ? [Prisma.sql`i.reason = ${reason}`] : []),
      ...(topic ? [hasTopic(topic)] : []),
      ...(source ? [Prisma.sql`i.source = ${source}`] : []),
      ...(edges ? [Prisma.sql`i."createdAt" >= ${edges.from} AND i."createdAt" < ${edges.until}`] : []),
    ],
    " AND ",
  );
}

/** The newest of each table below the cursor, so that neither is read to its end for a page. */
async function rowsBelow(
  viewer: Sight,
  filters: LedgerFilters,
  below: string | null,
  take: number,
): Promise<Row[]> {
  const where = Prisma.sql`${await conditions(filters)} ${below === null ? Prisma.empty : Prisma.sql`AND i.id < ${below}`}`;
  return db().$queryRaw<Row[]>`
    SELECT i.id, i.what, i.text, coalesce(i.reason, 'other') AS reason, i.note, i.topics, i.source, i."createdAt" AS "cameAt", i."claimId",
      CASE WHEN k.state IN ('declined', 'retracted') THEN k.state WHEN EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = k.id) THEN 'checked'
        WHEN k.id IS NOT NULL THEN 'open' END AS "claimStands",
      coalesce(tp."decidedAt", l.at) AS "decidedAt", u.name AS by
    FROM (
      (SELECT * FROM (${claimsFor(viewer)}) AS i WHERE ${where} ORDER BY i.id DESC LIMIT ${take})
      UNION ALL (SELECT * FROM (${tipsFor(viewer)}) AS i WHERE ${where} ORDER BY i.id DESC LIMIT ${take})) AS i
    LEFT JOIN tip tp ON i.what = 'tip' AND tp.id = i.id
    LEFT JOIN claim k ON k.id = i."claimId" AND ${seesClaim(viewer, Prisma.sql`k.id`)}
    LEFT JOIN LATERAL (SELECT e.at, e."actorId" FROM log_entry e
      WHERE e."claimId" = i.id AND e.event = 'claim.declined' ORDER BY e.id DESC LIMIT 1) AS l ON i.what <> 'tip'
    LEFT JOIN "user" u ON u.id = coalesce(tp."decidedById", l."actorId")
    ORDER BY i.id DESC LIMIT ${take}`;
}

function toRow({ cameAt, decidedAt, by, ...row }: Row): LedgerRow {
  return {
    ...row,
    reason: row.reason as DeclineReason,
    cameAt: cameAt.toISOString(),
    decided: decidedAt && { at: decidedAt.toISOString(), by },
  };
}

/** One page of what was not checked, newest first; nothing for who may not read the desk. */
export async function listLedger(
  viewer: Viewer,
  input: ListLedgerInput,
): Promise<{ items: LedgerRow[]; nextCursor: string | null }> {
  if (!can(viewer, "selection.read")) return { items: [], nextCursor: null };
  const [below] = decodeCursor(input.cursor, 1) ?? [];
  const rows = await rowsBelow(viewer, input, typeof below === "string" ? below : null, input.limit + 1);
  const shown = page(rows, input.limit, (row) => [row.id]);
  return { items: shown.items.map(toRow), nextCursor: shown.nextCursor };
}

const mostInFile = 100_000;

/** All of what was not checked, or of what the filters leave of it, newest first, for a file; 100,000 rows at most. */
export async function wholeLedger(viewer: Viewer, filters: LedgerFilters = {}): Promise<LedgerRow[]> {
  if (!can(viewer, "selection.read")) return [];
  return (await rowsBelow(viewer, filters, null, mostInFile)).map(toRow);
}

type Count = { key: string; chosen: bigint; declined: bigint };

const toTallies = (rows: Count[]): Tally[] =>
  rows.map(({ key, chosen, declined }) => ({ key, chosen: Number(chosen), declined: Number(declined) }));

/**
 * How the newsroom chose: what it took up and what it declined, by reason, topic, month (of arrival, on the newsroom's clocks) and source. What
 * nobody decided about yet is not counted; a tip that was taken up counts as its claim, from then on, and a part that was
 * taken up with its whole. What was declined is what `listLedger` lists.
 */
export async function ledgerFigures(viewer: Viewer): Promise<LedgerFigures> {
  if (!can(viewer, "selection.read"))
    return {
      total: { chosen: 0, declined: 0 },
      declined: { claims: 0, parts: 0, tips: 0 },
      undecided: { claims: 0, tips: 0 },
      reasons: [],
      topics: [],
      months: [],
      sources: [],
    };
  const counts = Prisma.sql`count(*) FILTER (WHERE i.state <> 'declined') AS chosen, count(*) FILTER (WHERE i.state = 'declined') AS declined`;
  const { timeZone } = (await loadSettings()).site;
  const month = Prisma.sql`to_char("createdAt" AT TIME ZONE ${timeZone}, 'YYYY-MM')`;
  const items = Prisma.sql`(
    SELECT id, topics, state, reason, source, ${month} AS month FROM (${claimsFor(viewer)}) AS c WHERE "isDecided" AND ${decidedAlone}
    UNION ALL SELECT id, topics, state, reason, source, ${month} FROM (${tipsFor(viewer)}) AS t WHERE state = 'declined') AS i`;
  const by = (key: Prisma.Sql, from = items) =>
    db().$queryRaw<Count[]>`SELECT ${key} AS key, ${counts} FROM ${from} GROUP BY 1 ORDER BY 1`;
  const eachTopic = Prisma.sql`(SELECT i.state, k.topic FROM ${items} CROSS JOIN LATERAL unnest(
    CASE WHEN cardinality(i.topics) = 0 THEN ARRAY[${noTopic}] ELSE i.topics END) AS k(topic)) AS i`;
  const [all, kinds, reasons, topics, months, sources] = await Promise.all([
    by(Prisma.sql`'all'`),
    db().$queryRaw<{ what: string; declined: number; undecided: number }[]>`
      SELECT what, count(*) FILTER (WHERE state = 'declined')::int AS declined,
        count(*) FILTER (WHERE NOT "isDecided")::int AS undecided
      FROM (SELECT what, state, "isDecided" FROM (${claimsFor(viewer)}) AS c
        UNION ALL SELECT what, state, "isDecided" FROM (${tipsFor(viewer)}) AS t) AS i
      GROUP BY what`,
    by(
      Prisma.sql`coalesce(i.reason, 'other')`,
      Prisma.sql`(SELECT * FROM ${items} WHERE i.state = 'declined') AS i`,
    ),
    by(Prisma.sql`i.topic`, eachTopic),
    by(Prisma.sql`i.month`),
    by(Prisma.sql`i.source`),
  ]);
  const [total = { chosen: 0, declined: 0 }] = toTallies(all);
  const countOf = (what: Row["what"], count: "declined" | "undecided") =>
    kinds.find((kind) => kind.what === what)?.[count] ?? 0;
  return {
    total: { chosen: total.chosen, declined: total.declined },
    declined: {
      claims: countOf("claim", "declined"),
      parts: countOf("part", "declined"),
      tips: countOf("tip", "declined"),
    },
    undecided: { claims: countOf("claim", "undecided"), tips: countOf("tip", "undecided") },
    reasons: toTallies(reasons),
    topics: toTallies(topics),
    months: toTallies(months),
    sources: toTallies(sources),
  };
}
