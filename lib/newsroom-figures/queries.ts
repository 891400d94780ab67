import "server-only";
import { db, Prisma } from "../core/db.server";
import { env } from "../core/env.server";
import { agreementRate, type AgreementRate, type MarkPattern } from "./agreement-rate";
import {
  isEnoughForMedian,
  responses,
  stages,
  type NewsroomFigures,
  type OutputMonth,
  type ResponseFigures,
  type Spread,
  type Stage,
} from "./figures";
import type { Period } from "./period";
import { loadBalance, loadChoices } from "./selection.server";
import { loadSources } from "./sources.server";

type Times = { of: string; count: number; quantiles: (number | null)[] | null };

/** Each of the names with its times; of too few cases only their number. */
function spreads<Of extends string>(of: readonly Of[], rows: readonly Times[]): Spread<Of>[] {
  return of.map((name) => {
    const row = rows.find((one) => one.of === name);
    const [p10, p25, p50, p75, p90] = row?.quantiles ?? [];
    const isEnough = row !== undefined && isEnoughForMedian(row.count);
    return {
      of: name,
      count: row?.count ?? 0,
      quantiles: isEnough ? { p10: p10!, p25: p25!, p50: p50!, p75: p75!, p90: p90! } : null,
    };
  });
}

/** What was published, changed and withdrawn each month of the period. */
export async function loadOutput({ begins, from, until, months }: Period): Promise<OutputMonth[]> {
  const rows = await db().$queryRaw<{ number: number; what: string; rating: string | null; count: number }[]>`
    SELECT width_bucket(p."publishedAt", ${begins}::timestamptz[]) AS number,
      CASE WHEN p.kind = 'retraction' THEN 'retracted' WHEN p.version = 1 THEN 'published'
        WHEN p."correctionClass" IN ('correction', 'verdict-change') THEN 'corrected' ELSE 'updated' END AS what,
      CASE WHEN p.version = 1 THEN p.rating END AS rating, count(*)::int AS count
    FROM publication p WHERE p."publishedAt" >= ${from} AND p."publishedAt" < ${until}
    GROUP BY 1, 2, 3`;
  return months.map((month, index) => {
    const here = rows.filter(({ number }) => number === index + 1);
    const of = (what: string) =>
      here.filter((row) => row.what === what).reduce((sum, { count }) => sum + count, 0);
    const ratings = here.flatMap(({ what, rating, count }) =>
      what === "published" && rating !== null ? [[rating, count] as const] : [],
    );
    return {
      month,
      published: of("published"),
      ratings: Object.fromEntries(ratings),
      corrected: of("corrected"),
      updated: of("updated"),
      retracted: of("retracted"),
    };
  });
}

/** The column of `spent` that has the seconds of a stage. */
const stageColumns: Record<Stage, Prisma.Sql> = {
  new: Prisma.sql`new`,
  researching: Prisma.sql`researching`,
  "in-review": Prisma.sql`"inReview"`,
  ready: Prisma.sql`ready`,
  "signed-to-published": Prisma.sql`waited`,
  "new-to-published": Prisma.sql`whole`,
};

/**
 * How long claims first published in the period were in each state until then, by the log: of a claim that came back to a
 * state all its stays together. Ready lasts until it was published; of that, the time since it was signed is told by itself
 * too. The whole has the time it was declined as well.
 */
export async function loadStages({ from, until }: Period): Promise<Spread<Stage>[]> {
  // One column after the other: all of them as rows of one list would have to be sorted by their names too.
  const told = stages.map(
    (stage) => Prisma.sql`SELECT ${stage}::text AS of, count(${stageColumns[stage]})::int AS count,
      percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY ${stageColumns[stage]}) AS quantiles FROM spent`,
  );
  const rows = await db().$queryRaw<Times[]>`
    WITH first AS MATERIALIZED (
      SELECT p."claimId", p."publishedAt", s."signedAt" FROM publication p JOIN sign_off s ON s.id = p."signOffId"
      WHERE p.version = 1 AND p.kind = 'publication' AND p."publishedAt" >= ${from} AND p."publishedAt" < ${until}
    ), stay AS (
      SELECT f."claimId", extract(epoch FROM f."publishedAt" - f."signedAt")::float8 AS waited, l."toState" AS state,
        extract(epoch FROM lead(l.at, 1, f."publishedAt") OVER (PARTITION BY f."claimId" ORDER BY l.at, l.id) - l.at)::float8 AS seconds
      FROM first f JOIN log_entry l ON l."claimId" = f."claimId" AND l.at <= f."publishedAt"
        AND l."toState" IN ('new', 'researching', 'in-review', 'ready', 'declined')
    ), spent AS (
      SELECT sum(seconds) FILTER (WHERE state = 'new') AS new, sum(seconds) FILTER (WHERE state = 'researching') AS researching,
        sum(seconds) FILTER (WHERE state = 'in-review') AS "inReview", sum(seconds) FILTER (WHERE state = 'ready') AS ready,
        max(waited) AS waited, sum(seconds) AS whole
      FROM stay GROUP BY "claimId"
    )
    ${Prisma.join(told, " UNION ALL ")}`;
  return spreads(stages, rows);
}

/**
 * How often blind marks agreed on claims first published in the period: of each person the first mark given blind before
 * that version. Claims whose answers may still be hidden from somebody, those in work or being corrected, are left out.
 */
export async function loadAgreement({ from, until }: Period): Promise<AgreementRate> {
  const patterns = await db().$queryRaw<MarkPattern[]>`
    WITH first AS MATERIALIZED (
      SELECT p."claimId", p."publishedAt" FROM publication p JOIN claim c ON c.id = p."claimId"
      WHERE p.version = 1 AND p.kind = 'publication' AND p."publishedAt" >= ${from} AND p."publishedAt" < ${until}
        AND c.state IN ('published', 'retracted')
    ), given AS (
      SELECT DISTINCT ON (r."claimId", r."reviewerId") r."claimId", r.mark, r.rating
      FROM first f JOIN review r ON r."claimId" = f."claimId" AND r.blind AND r."givenAt" <= f."publishedAt"
      ORDER BY r."claimId", r."reviewerId", r."givenAt", r.id
    ), unit AS (
      SELECT f."claimId", count(*) FILTER (WHERE g.mark = 'confirmed')::int AS confirmed,
        count(*) FILTER (WHERE g.mark = 'disputed')::int AS disputed,
        count(*) FILTER (WHERE g.mark = 'unproven')::int AS unproven, count(DISTINCT g.rating) <= 1 AS "isSameRating"
      FROM first f LEFT JOIN given g ON g."claimId" = f."claimId" GROUP BY f."claimId"
    )
    SELECT confirmed, disputed, unproven, "isSameRating", count(*)::int AS claims FROM unit GROUP BY 1, 2, 3, 4`;
  return agreementRate(patterns);
}

/**
 * How soon errors were put right, by when the correction was published. A reader's report is one sent from the verdict's
 * own page after the version before; of several the first counts. A correction that ended otherwise than in a version of its
 * own, by a retraction, was not signed.
 */
export async function loadResponses({ from, until }: Period): Promise<ResponseFigures> {
  const address = `${env().publicUrl}/verdicts/`;
  const rows = await db().$queryRaw<Times[]>`
    WITH righted AS MATERIALIZED (
      SELECT p.slug, p."publishedAt", v1."publishedAt" AS "firstAt", before."publishedAt" AS "beforeAt"
      FROM publication p JOIN publication v1 ON v1.slug = p.slug AND v1.version = 1
      JOIN publication before ON before.slug = p.slug AND before.version = p.version - 1
      WHERE p."publishedAt" >= ${from} AND p."publishedAt" < ${until} AND p.version > 1
        AND (p.kind = 'retraction' OR p."correctionClass" IN ('correction', 'verdict-change'))
    ), took AS (
      SELECT 'published-to-corrected' AS of, extract(epoch FROM "publishedAt" - "firstAt")::float8 AS seconds FROM righted
      UNION ALL
      SELECT 'reported-to-corrected', extract(epoch FROM r."publishedAt" - (SELECT min(t."createdAt") FROM tip t
        WHERE t.url = ${address} || r.slug AND t."createdAt" >= r."beforeAt" AND t."createdAt" < r."publishedAt"))::float8
      FROM righted r
      UNION ALL
      SELECT 'opened-to-signed', extract(epoch FROM s."signedAt" - k."openedAt")::float8 FROM correction k
      JOIN publication p ON p."claimId" = k."claimId" AND p."publishedAt" = k."closedAt" AND p.kind = 'publication'
      JOIN sign_off s ON s.id = p."signOffId"
      WHERE k."closedAt" >= ${from} AND k."closedAt" < ${until} AND k."abandonedById" IS NULL
        AND NOT EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = k."claimId" AND p.kind = 'retraction' AND p."publishedAt" <= k."closedAt")
      UNION ALL
      SELECT 'reports', NULL FROM tip t
      WHERE t.url LIKE ${`${address.replace(/[\\%_]/g, String.raw`\$&`)}%`} AND t."createdAt" >= ${from} AND t."createdAt" < ${until}
      UNION ALL
      SELECT 'open', NULL FROM correction k WHERE k."closedAt" IS NULL
    )
    SELECT of, CASE WHEN of IN ('reports', 'open') THEN count(*) ELSE count(seconds) END::int AS count,
      percentile_cont(ARRAY[0.1, 0.25, 0.5, 0.75, 0.9]) WITHIN GROUP (ORDER BY seconds) AS quantiles
    FROM took GROUP BY of`;
  const countOf = (name: string) => rows.find(({ of }) => of === name)?.count ?? 0;
  return { times: spreads(responses, rows), reports: countOf("reports"), open: countOf("open") };
}

type Loaders = {
  [Name in keyof NewsroomFigures]: (period: Period, most: number) => Promise<NewsroomFigures[Name]>;
};

/** One query a figure. */
const loaders: Loaders = {
  output: loadOutput,
  stages: loadStages,
  agreement: loadAgreement,
  responses: loadResponses,
  topics: (period, most) => loadBalance("topics", period, most),
  claimants: (period, most) => loadBalance("claimants", period, most),
  outlets: (period, most) => loadBalance("outlets", period, most),
  choices: loadChoices,
  sources: loadSources,
};

/** One figure of a period; `most` names of a kind at most. */
export function loadFigure<Name extends keyof NewsroomFigures>(
  name: Name,
  period: Period,
  most: number,
): Promise<NewsroomFigures[Name]> {
  return loaders[name](period, most);
}

/** Every figure of a period; `most` names of a kind at most. */
export async function loadNewsroomFigures(period: Period, most: number): Promise<NewsroomFigures> {
  const names = Object.keys(loaders) as (keyof NewsroomFigures)[];
  const loaded = await Promise.all(
    names.map(async (name) => [name, await loadFigure(name, period, most)] as const),
  );
  return Object.fromEntries(loaded) as NewsroomFigures;
}
