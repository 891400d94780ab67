import "server-only";
import { decodeCursor, encodeCursor } from "../core/cursor";
import { db, Prisma, rowsOf } from "../core/db.server";
import { logger } from "../core/log-problem.server";
import { nameKey } from "./name-key";
import type { NoticeRecord, PublicVersion } from "./record";
import type { KeySet } from "./sign";
import { loadKeySet } from "./signing-key.server";
import {
  verifiedNotices,
  verifiedVersions,
  type StoredRecord,
  type StoredVersion,
} from "./verified-versions";

/** A place in a list by its sort values; each list goes from newest to oldest. */
export type PageAsk = { limit: number; before?: string | undefined; after?: string | undefined };

/**
 * One verdict of a list: every version of it, oldest first, the number of the one that is listed, and the notices beside
 * it, oldest first. All of them verified.
 */
export type ListedVerdict = {
  slug: string;
  version: number;
  versions: PublicVersion[];
  notices: NoticeRecord[];
};

/** A page of a list with the cursors of its neighbours, `null` where there is none. */
export type ListedPage = { items: ListedVerdict[]; newer: string | null; older: string | null };

type Row = StoredVersion & {
  slug: string;
  version: number;
  /** Set on the rows that are listed; the others are the rest of their verdict's versions. */
  listedId: string | null;
  listedAt: Date | null;
  /** Of the verdict, on the rows that are listed. */
  notices: StoredRecord[] | null;
} & Extras;

/** What a list asks for besides, the same on every row. */
type Extras = Record<string, unknown>;

/** Where a list has its rows from: SQL of the tables, of slug and version, and of the two values it is sorted by. */
export type ListSource = {
  from: Prisma.Sql;
  slug: Prisma.Sql;
  version: Prisma.Sql;
  at: Prisma.Sql;
  id: Prisma.Sql;
  where: readonly Prisma.Sql[];
  /** Further columns of each row, beginning with a comma. */
  extras?: Prisma.Sql;
};

const everyVersion = {
  from: Prisma.sql`publication p`,
  slug: Prisma.sql`p.slug`,
  version: Prisma.sql`p.version`,
  at: Prisma.sql`p."publishedAt"`,
  id: Prisma.sql`p.id`,
};

/** Nothing came after it: the row is what stands at its slug. */
export const isLatest = Prisma.sql`NOT EXISTS
  (SELECT 1 FROM publication later WHERE later.slug = p.slug AND later.version > p.version)`;

/** The withholding of each row of `publication p`, where its text is withheld, and the columns that say so. */
export const joinWithheld = Prisma.sql`LEFT JOIN withholding w
  ON w.slug = p.slug AND w.version = p.version AND w."confirmedAt" IS NOT NULL`;
export const withheldColumns = Prisma.sql`w."reasonClass" AS "withheldFor", w."confirmedAt" AS "withheldSince"`;

/** The row's text may be read: lists leave out what is withheld. */
const isReadable = Prisma.sql`NOT EXISTS
  (SELECT 1 FROM withholding w WHERE w.slug = p.slug AND w.version = p.version AND w."confirmedAt" IS NOT NULL)`;

function placeOf(cursor: string | undefined): { at: Date; id: string } | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const isPlace = typeof at === "string" && typeof id === "string" && /^[\w-]{1,120}$/.test(id);
  return isPlace && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}

/** The signed notices beside each listed row, as JSON; the index on slug and time has them in order. */
const noticesOfListed = Prisma.sql`CASE WHEN l.id IS NOT NULL THEN
  (SELECT json_agg(json_build_object('recordText', n."recordText", 'sha256', n.sha256, 'signature', n.signature,
    'keyId', n."keyId") ORDER BY n."publishedAt", n.id) FROM notice n WHERE n.slug = p.slug) END AS notices`;

/** The one query of every list: a page of rows by keyset, and with each all versions of its verdict and its notices. */
export function rowsQuery(source: ListSource, ask: PageAsk): Prisma.Sql {
  const { from, slug, version, at, id, where } = source;
  const [before, after] = [placeOf(ask.before), placeOf(ask.after)];
  const isUpwards = before === null && after !== null;
  const bounds = [
    ...(before ? [Prisma.sql`(${at}, ${id}) < (${before.at}, ${before.id})`] : []),
    ...(isUpwards ? [Prisma.sql`(${at}, ${id}) > (${after.at}, ${after.id})`] : []),
  ];
  const order = isUpwards ? Prisma.sql`${at} ASC, ${id} ASC` : Prisma.sql`${at} DESC, ${id} DESC`;
  return Prisma.sql`
    WITH listed AS (
      SELECT ${slug} AS slug, ${version} AS version, ${at} AS at, ${id} AS id FROM ${from}
      WHERE ${Prisma.join([Prisma.sql`true`, ...where, ...bounds], " AND ")} ORDER BY ${order} LIMIT ${ask.limit + 1})
    SELECT p.slug, p.version, p."recordText", p.sha256, p.signature, p."keyId", ${withheldColumns},
      l.id AS "listedId", l.at AS "listedAt", ${noticesOfListed} ${source.extras ?? Prisma.empty}
    FROM publication p ${joinWithheld} LEFT JOIN listed l ON l.slug = p.slug AND l.version = p.version
    WHERE p.slug IN (SELECT slug FROM listed) ORDER BY p.slug, p.version`;
}

type Verified = Pick<ListedVerdict, "versions" | "notices">;

/** Versions and notices of a slug when all verify; else null, logged: it is left out, as its page shows nothing. */
function verified(slug: string, rows: readonly Row[], keys: KeySet): Verified | null {
  const versions = verifiedVersions(slug, rows, keys);
  const stored = rows.find(({ listedId }) => listedId !== null)?.notices ?? [];
  const notices = verifiedNotices(slug, stored, keys);
  if (versions && notices) return { versions, notices: notices.map(({ record }) => record) };
  logger.error({ slug }, "a published record does not verify; left out of a list");
  return null;
}

/** A page of a list, newest first, with its extra columns (`null` for an empty page); what does not verify is left out. */
export async function listFrom(
  source: ListSource,
  ask: PageAsk,
): Promise<ListedPage & { extras: Extras | null }> {
  const [rows, keys] = await Promise.all([rowsOf<Row>(db(), rowsQuery(source, ask)), loadKeySet()]);
  const isUpwards = placeOf(ask.before) === null && placeOf(ask.after) !== null;
  const listed = rows
    .flatMap(({ slug, version, listedId, listedAt }) =>
      listedId && listedAt ? [{ slug, version, id: listedId, at: listedAt }] : [],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  const hasMore = listed.length > ask.limit;
  const shown = isUpwards ? listed.slice(-ask.limit) : listed.slice(0, ask.limit);
  const sets = new Map<string, Verified | null>();
  for (const { slug } of shown) {
    const own = () => rows.filter((row) => row.slug === slug);
    if (!sets.has(slug)) sets.set(slug, verified(slug, own(), keys));
  }
  const cursorOf = (row: (typeof shown)[number] | undefined) =>
    row ? encodeCursor([row.at.toISOString(), row.id]) : null;
  return {
    items: shown.flatMap(({ slug, version }) => {
      const set = sets.get(slug);
      return set ? [{ slug, version, ...set }] : [];
    }),
    newer: (isUpwards ? hasMore : placeOf(ask.before) !== null) ? cursorOf(shown[0]) : null,
    older: isUpwards || hasMore ? cursorOf(shown.at(-1)) : null,
    extras: rows[0] ?? null,
  };
}

/** A page of publications that fulfil `where` (on `publication p`), newest first; what does not verify or is withheld is left out. */
export function listPublications(where: readonly Prisma.Sql[], ask: PageAsk): Promise<ListedPage> {
  return listFrom({ ...everyVersion, where: [isReadable, ...where] }, ask);
}

/** On a topic in any of the spellings that share its page. */
function isOnTopic(topic: string): Prisma.Sql {
  return Prisma.sql`p.topics && (SELECT array_append(array_agg(DISTINCT n.name), ${topic}) FROM publication_name n
    WHERE n.kind = 'topic' AND n.key = ${nameKey(topic)})`;
}

/** What holds now, newest first: verdicts, and with `withRetractions` also what stands at retracted addresses. */
export function listCurrent(
  ask: PageAsk & { topic?: string; since?: Date; withRetractions?: boolean },
): Promise<ListedPage> {
  return listPublications(
    [
      isLatest,
      ...(ask.withRetractions ? [] : [Prisma.sql`p.kind = 'publication'`]),
      ...(ask.topic === undefined ? [] : [isOnTopic(ask.topic)]),
      ...(ask.since ? [Prisma.sql`p."publishedAt" >= ${ask.since}`] : []),
    ],
    ask,
  );
}

/** Everything that changed after publication, newest first, retractions included. */
export function listChanged(ask: PageAsk): Promise<ListedPage> {
  return listPublications([Prisma.sql`p.version > 1`], ask);
}

/** An address of the sitemap, with the time of its last version or notice. */
export type SitemapPlace = { slug: string; changedAt: Date };

/** Chunk `number` (from 0) of the addresses that hold a verdict, in the order of publication. */
export function listSitemap(number: number, size: number): Promise<SitemapPlace[]> {
  return db().$queryRaw<SitemapPlace[]>`
    SELECT p.slug, greatest(p."publishedAt",
      (SELECT max(n."publishedAt") FROM notice n WHERE n.slug = p.slug)) AS "changedAt"
    FROM publication p WHERE p.kind = 'publication' AND ${isLatest} AND ${isReadable}
    ORDER BY p."publishedAt", p.id LIMIT ${size} OFFSET ${number * size}`;
}

/** How many addresses hold a verdict. */
export async function countCurrent(): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM publication p WHERE p.kind = 'publication' AND ${isLatest} AND ${isReadable}`;
  return Number(rows[0]?.count ?? 0);
}
