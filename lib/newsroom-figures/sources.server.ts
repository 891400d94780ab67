import "server-only";
import { db, Prisma } from "../core/db.server";
import type { OriginLeanedOn, OutletLeanedOn, Sources } from "./figures";
import type { Period } from "./period";

type Row = {
  what: "origin" | "outlet" | "own" | "all";
  name: string | null;
  kind: string | null;
  naming: OriginLeanedOn["naming"] | null;
  verdicts: number;
  articles: number;
  own: number;
};

/**
 * What each verdict of the period was read from (`read`), and where the routes from there end (`ends`). A route is followed
 * once an article, and once more for each claim for which something else was decided (`scope`). Verdicts are numbered (`n`):
 * numbers are sorted and counted in less time and room than ids.
 */
const routes = (from: Date, until: Date) => Prisma.sql`verdict AS MATERIALIZED (
      SELECT p."claimId", row_number() OVER ()::int AS n, CASE WHEN EXISTS (SELECT 1 FROM claim_attribution k WHERE k."claimId" = p."claimId")
        THEN p."claimId" ELSE '' END AS scope
      FROM publication p JOIN claim c ON c.id = p."claimId" AND c.state IN ('published', 'retracted')
      WHERE p.version = 1 AND p.kind = 'publication' AND p."publishedAt" >= ${from} AND p."publishedAt" < ${until}
    ), read AS MATERIALIZED (
      SELECT DISTINCT v.n, v.scope, e."articleId" FROM verdict v JOIN evidence e ON e."claimId" = v."claimId"
      WHERE e."removedAt" IS NULL AND e.disclosure = 'public' AND e.stance <> 'context'
    ), way AS MATERIALIZED (
      SELECT a.id, a."fromArticleId" AS below, a."toArticleId" AS above, a.status FROM attribution a
      WHERE a."toArticleId" IS NOT NULL AND a.type NOT IN ('same-owner', 'own-reporting')
      UNION ALL
      SELECT a.id, a."toArticleId", a."fromArticleId", a.status FROM attribution a
      WHERE a."toArticleId" IS NOT NULL AND a.type IN ('same-press-release', 'same-dataset', 'same-interview')
    ), upward AS (
      SELECT DISTINCT scope, "articleId", "articleId" AS at FROM read
      UNION
      SELECT u.scope, u."articleId", w.above FROM upward u JOIN way w ON w.below = u.at
      LEFT JOIN claim_attribution k ON k."attributionId" = w.id AND k."claimId" = u.scope
      WHERE coalesce(k.status, w.status) = 'confirmed'
    ), reached AS MATERIALIZED (
      SELECT u.scope, u."articleId", u.at, a."toOriginId" FROM upward u
      JOIN attribution a ON a."fromArticleId" = u.at AND (a."toOriginId" IS NOT NULL OR a.type = 'own-reporting')
      LEFT JOIN claim_attribution k ON k."attributionId" = a.id AND k."claimId" = u.scope
      WHERE coalesce(k.status, a.status) = 'confirmed'
    ), ends AS MATERIALIZED (
      SELECT r.n, r."articleId", e.at, e."toOriginId" FROM reached e
      JOIN read r ON r.scope = e.scope AND r."articleId" = e."articleId"
    )`;

/**
 * What the verdicts first published in the period lean on, `most` of each kind: origins and outlets, by verdicts and by
 * articles. Only public evidence counts, for or against the claim, and only attributions that a person confirmed, for this
 * claim or for all, followed as `attributions/independence.ts` follows them. Ten articles that have it from one origin are
 * one verdict of that origin, and an article that found it out itself is where its route ends; sources without a public
 * name are counted together and never told apart here. Of a claim that is being corrected the evidence is not signed: it
 * is left out until it is.
 */
export async function loadSources({ from, until }: Period, most: number): Promise<Sources> {
  const rows = await db().$queryRaw<Row[]>`
    WITH RECURSIVE ${routes(from, until)}, origins AS (
      SELECT CASE WHEN g.naming = 'named' THEN g.id ELSE g.naming END AS key, min(g.naming) AS naming,
        min(g.name) FILTER (WHERE g.naming = 'named') AS name, min(g.kind) FILTER (WHERE g.naming = 'named') AS kind,
        count(DISTINCT e.n)::int AS verdicts, count(DISTINCT e."articleId")::int AS articles
      FROM ends e JOIN origin g ON g.id = e."toOriginId" GROUP BY 1 ORDER BY verdicts DESC, articles DESC, key LIMIT ${most}
    ), outlet_of AS (
      SELECT a.id AS "articleId", coalesce(o."sameAsId", o.id) AS id FROM article a JOIN outlet o ON o.id = a."outletId"
    ), knew AS (
      SELECT o.id, count(DISTINCT e.n)::int AS verdicts FROM ends e JOIN outlet_of o ON o."articleId" = e.at
      WHERE e."toOriginId" IS NULL GROUP BY 1
    ), outlets AS (
      SELECT o.id, count(DISTINCT r.n)::int AS verdicts, count(DISTINCT r."articleId")::int AS articles
      FROM read r JOIN outlet_of o ON o."articleId" = r."articleId" GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${most}
    )
    SELECT 'origin' AS what, o.name, o.kind, o.naming, o.verdicts, o.articles, 0 AS own FROM origins o
    UNION ALL
    SELECT 'outlet', t.name, NULL, NULL, o.verdicts, o.articles, coalesce(k.verdicts, 0)
    FROM outlets o JOIN outlet t ON t.id = o.id LEFT JOIN knew k ON k.id = o.id
    UNION ALL
    SELECT 'own', NULL, NULL, NULL, count(DISTINCT e.n)::int, count(DISTINCT e."articleId")::int, 0
    FROM ends e WHERE e."toOriginId" IS NULL
    UNION ALL
    SELECT 'all', NULL, NULL, NULL, (SELECT count(DISTINCT n) FROM read)::int,
      (SELECT count(DISTINCT n) FROM ends)::int, 0`;
  const all = rows.find(({ what }) => what === "all");
  const sorted = rows.toSorted(
    (a, b) =>
      b.verdicts - a.verdicts ||
      b.articles - a.articles ||
      Number(a.name === null) - Number(b.name === null) ||
      (a.name ?? "").localeCompare(b.name ?? ""),
  );
  const origins = sorted.filter(({ what }) => what === "origin").map(originOf);
  const outlets = sorted.filter(({ what }) => what === "outlet").map(outletOf);
  const own = rows.find(({ what }) => what === "own");
  const ownReporting = { verdicts: own?.verdicts ?? 0, articles: own?.articles ?? 0 };
  return { verdicts: all?.verdicts ?? 0, traced: all?.articles ?? 0, ownReporting, origins, outlets };
}

function originOf({ name, kind, naming, verdicts, articles }: Row): OriginLeanedOn {
  return { name, kind, naming: naming ?? "named", verdicts, articles };
}

function outletOf({ name, verdicts, articles, own }: Row): OutletLeanedOn {
  return { name: name ?? "", verdicts, articles, ownReporting: own };
}
