import "server-only";
import type { Sight, Viewer } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import { dossierInclude } from "../claims/dossier-rows";
import { db, Prisma } from "../core/db.server";
import { parseFigures } from "../figures/parse-figures";
import { loadSettings } from "../settings/settings.server";
import { attributionWords } from "./attribution-words.server";
import { isBlindEvent } from "./blind-events";
import { netChanges, type NetChange, type ReadEntry } from "./net-changes";
import { afterSeenMark, entrySeen } from "./seen-marks.server";

const most = 500;

type Row = Omit<ReadEntry, "at" | "who"> & { at: Date; actorId: string | null };

const columns = Prisma.sql`l.id, l.at, l."actorId", l.event, l."subjectId", l."fromState" AS "from", l."toState" AS "to", p.body`;

/**
 * The draft's fields as they stood before the first of these entries that wrote them, from what was written until then, by
 * whomever: what the reader wrote between others' entries is not theirs.
 */
async function verdictBefore(claimId: string, rows: readonly Row[]): Promise<Record<string, unknown>> {
  const firsts: Record<string, string> = {};
  for (const { id, event, body } of rows)
    if (event === "verdict.written") for (const field of Object.keys(body ?? {})) firsts[field] ??= id;
  if (Object.keys(firsts).length === 0) return {};
  const [row] = await db().$queryRaw<{ fields: Record<string, unknown> | null }[]>`
    SELECT jsonb_object_agg(f.key, f.value) AS fields FROM (
      SELECT DISTINCT ON (e.key) e.key, e.value FROM log_entry l JOIN log_payload p ON p."entryId" = l.id, jsonb_each(p.body) e
      JOIN jsonb_each_text(${JSON.stringify(firsts)}::jsonb) first ON first.key = e.key
      WHERE l."claimId" = ${claimId} AND l.event = 'verdict.written' AND l.id < first.value AND jsonb_typeof(p.body) = 'object'
      ORDER BY e.key, l.id DESC) f`;
  return row?.fields ?? {};
}

/** Ids of a claim's evidence in the order in which it is numbered wherever it is shown. */
async function numberedEvidence(claimId: string): Promise<string[]> {
  const { where, orderBy } = dossierInclude.evidence;
  const rows = await db().evidence.findMany({
    where: { claimId, ...where },
    orderBy: [...orderBy],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function inWords(claimId: string, rows: Row[], isBlind: boolean): Promise<NetChange[]> {
  if (rows.length === 0) return [];
  const entries = rows.map((row) => ({ ...row, body: isBlind && isBlindEvent(row.event) ? null : row.body }));
  const assigned = entries.flatMap(({ body }) =>
    [body?.changes, body?.was].flatMap(
      (some) => (some as { assigneeId?: string | null } | undefined)?.assigneeId ?? [],
    ),
  );
  const subjects = [...new Set(rows.map(({ subjectId }) => subjectId))];
  const isCited = entries.some(({ body }) => body && "writeUp" in body);
  const [names, evidence, articles, attributions, verdict, settings, numbered] = await Promise.all([
    namesOf([...rows.map(({ actorId }) => actorId), ...assigned]),
    db().evidence.findMany({
      where: { id: { in: subjects } },
      select: { id: true, quote: { select: { exact: true, description: true } } },
    }),
    db().article.findMany({
      where: { id: { in: subjects } },
      select: { id: true, title: true, outlet: { select: { name: true } } },
    }),
    attributionWords(subjects),
    isBlind ? {} : verdictBefore(claimId, rows),
    loadSettings(),
    isCited ? numberedEvidence(claimId) : [],
  ]);
  return netChanges(
    entries.map(({ actorId, at, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      who: actorId ? (names.get(actorId) ?? "Someone who left") : null,
    })),
    {
      people: names,
      quotes: new Map(evidence.map(({ id, quote }) => [id, quote.exact ?? quote.description ?? ""])),
      articles: new Map(
        articles.map(({ id, title, outlet }) => [id, title ?? outlet?.name ?? "an article without a title"]),
      ),
      evidence: numbered,
      attributions,
      verdict,
      ratings: new Map(settings.ratings.map(({ code, label }) => [code, label])),
      timeZone: settings.site.timeZone,
      figures: (text) => parseFigures(text).map(({ verbatim }) => verbatim),
    },
  );
}

export type ChangesSince = { changes: NetChange[]; since: string; more: boolean };

/** What others did on a claim since this person last looked; null when they never looked, or nothing happened. */
export async function changesSinceSeen(
  viewer: Viewer,
  claimId: string,
  isBlind: boolean,
): Promise<ChangesSince | null> {
  const mark = await db().seenMark.findUnique({ where: { claimId_userId: { claimId, userId: viewer.id } } });
  if (!mark) return null;
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${columns} FROM claim_log l LEFT JOIN log_payload p ON p."entryId" = l.id
    JOIN seen_mark s ON s."claimId" = ${claimId} AND s."userId" = ${viewer.id}
    WHERE l."onClaimId" = ${claimId} AND ${entrySeen(viewer)} AND ${afterSeenMark} AND l."actorId" IS DISTINCT FROM ${viewer.id} ORDER BY l.id LIMIT ${most + 1}`;
  const changes = await inWords(claimId, rows.slice(0, most), isBlind);
  if (changes.length === 0) return null;
  return { changes, since: mark.seenAt.toISOString(), more: rows.length > most };
}

/**
 * What became of a claim between two entries of its log, the first left out and the last counted in, in whichever order
 * they are named; without a last one, until now. Null for ids of another claim.
 */
export async function changesBetween(
  viewer: Sight,
  claimId: string,
  range: { after: string; until: string | null },
  isBlind: boolean,
): Promise<(ChangesSince & { until: string | null }) | null> {
  const ids = [range.after, range.until ?? []].flat();
  const ends = await db().$queryRaw<{ id: string; at: Date }[]>`
    SELECT l.id, l.at FROM claim_log l WHERE l."onClaimId" = ${claimId} AND l.id = ANY(${ids}) ORDER BY l.id`;
  const [start, end] = [ends[0], range.until === null ? null : ends.at(-1)];
  if (!start || ends.length < new Set(ids).size) return null;
  const until = end ? Prisma.sql`l.id <= ${end.id}` : Prisma.sql`true`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${columns} FROM claim_log l LEFT JOIN log_payload p ON p."entryId" = l.id
    WHERE l."onClaimId" = ${claimId} AND ${entrySeen(viewer)} AND l.id > ${start.id} AND ${until} ORDER BY l.id LIMIT ${most + 1}`;
  const changes = await inWords(claimId, rows.slice(0, most), isBlind);
  const more = rows.length > most;
  return { changes, since: start.at.toISOString(), until: end?.at.toISOString() ?? null, more };
}
