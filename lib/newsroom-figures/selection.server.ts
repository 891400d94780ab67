import "server-only";
import { db, Prisma } from "../core/db.server";
import type { Balance, BalanceRow, Choices } from "./figures";
import type { Period } from "./period";

type BalanceOf = "topics" | "claimants" | "outlets";

/** For each thing whose balance is asked: the names of one claim `c`, as rows of `n(name)`. */
const namesOf: Record<BalanceOf, Prisma.Sql> = {
  topics: Prisma.sql`LEFT JOIN LATERAL unnest(c.topics) AS n(name) ON true`,
  claimants: Prisma.sql`CROSS JOIN LATERAL (SELECT nullif(btrim(c.claimant), '') AS name) n`,
  outlets: Prisma.sql`LEFT JOIN quote q ON q.id = c."appearanceQuoteId" LEFT JOIN article a ON a.id = q."articleId"
    LEFT JOIN outlet o ON o.id = a."outletId" LEFT JOIN outlet s ON s.id = o."sameAsId"
    CROSS JOIN LATERAL (SELECT coalesce(s.name, o.name) AS name) n`,
};

/**
 * Claims made in the period by topic, claimant or the outlet where each first appeared: of the `most` frequent names and,
 * in a row of their own, of those without a name. `others`: how many names there are beyond these. Parts of a claim are not
 * counted by themselves; what is being corrected stays published meanwhile.
 */
export async function loadBalance(of: BalanceOf, { from, until }: Period, most: number): Promise<Balance> {
  const rows = await db().$queryRaw<(BalanceRow & { names: number; all: number })[]>`
    WITH made AS (
      SELECT c.id, c.state, c.topics, c.claimant, c."appearanceQuoteId",
        EXISTS (SELECT 1 FROM publication p WHERE p."claimId" = c.id) AS published FROM claim c
      WHERE c."createdAt" >= ${from} AND c."createdAt" < ${until} AND c."parentId" IS NULL
    ), counted AS (
      SELECT n.name, count(*)::int AS claims,
        count(*) FILTER (WHERE c.published)::int AS published,
        count(*) FILTER (WHERE c.state = 'declined')::int AS declined
      FROM made c ${namesOf[of]} GROUP BY n.name
    )
    SELECT name, claims, published, declined, (SELECT count(*) FROM counted WHERE name IS NOT NULL)::int AS names,
      (SELECT count(*) FROM made)::int AS all
    FROM (SELECT *, row_number() OVER (ORDER BY (name IS NULL), claims DESC, name) AS place FROM counted) placed
    WHERE place <= ${most} OR name IS NULL ORDER BY place`;
  const named = rows.filter(({ name }) => name !== null).length;
  return {
    rows: rows.map(({ name, claims, published, declined }) => ({ name, claims, published, declined })),
    claims: rows[0]?.all ?? 0,
    others: (rows[0]?.names ?? 0) - named,
  };
}

/**
 * What was looked at and chosen or left in the period, by when it came in and where it stands now. A claim that was chosen
 * from a tip is taken up, though nobody began with it yet.
 */
export async function loadChoices({ from, until }: Pick<Period, "from" | "until">): Promise<Choices> {
  const rows = await db().$queryRaw<{ what: string; state: string; count: number }[]>`
    SELECT CASE WHEN c."parentId" IS NULL THEN 'claim' ELSE 'part' END AS what, CASE c.state WHEN 'declined' THEN coalesce(c."declineReason", 'other')
        WHEN 'new' THEN CASE WHEN EXISTS (SELECT 1 FROM tip t WHERE t."claimId" = c.id AND t.state = 'chosen') THEN 'taken up' ELSE '' END
        ELSE 'taken up' END AS state, count(*)::int AS count
    FROM claim c WHERE c."createdAt" >= ${from} AND c."createdAt" < ${until} GROUP BY 1, 2
    UNION ALL
    SELECT 'tip', t.state, count(*)::int FROM tip t WHERE t."createdAt" >= ${from} AND t."createdAt" < ${until} GROUP BY 2`;
  const of = (what: string) => rows.filter((row) => row.what === what);
  const total = (some: readonly { count: number }[]) => some.reduce((sum, { count }) => sum + count, 0);
  const countIn = (what: string, state: string) => total(of(what).filter((row) => row.state === state));
  return {
    claims: total(of("claim")),
    takenUp: countIn("claim", "taken up"),
    undecided: countIn("claim", ""),
    parts: total(of("part")),
    declined: of("claim")
      .filter(({ state }) => state !== "" && state !== "taken up")
      .map(({ state, count }) => ({ reason: state, count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
    tips: {
      received: total(of("tip")),
      chosen: countIn("tip", "chosen"),
      declined: countIn("tip", "declined"),
      waiting: countIn("tip", "new"),
    },
  };
}
