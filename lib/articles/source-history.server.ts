import "server-only";
import { claimsSeen } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db } from "../core/db.server";
import { loadSettings } from "../settings/settings.server";
import { changesOnce } from "./changes-once";
import type { ChangedQuoteDto, LookDto, LookOutcome, SourceHistoryDto } from "./source-history-dto";
import { wordOutcomes } from "./standing-drift";

/** Looks listed at most; there may be thousands over the years. */
const listed = 200;

type LookRow = {
  id: string;
  at: Date;
  outcome: string;
  method: string;
  detail: string | null;
  by: string | null;
  isCopy: boolean;
  worst: string | null;
};

/** Copies of and looks at one source with what they found, what has changed, and when it is looked at next. */
export async function sourceHistory(viewer: Sight, articleId: string): Promise<SourceHistoryDto> {
  const [rows, [total], changed, article, { watch }] = await Promise.all([
    lookRows(articleId),
    db().$queryRaw<{ n: number }[]>`
      SELECT ((SELECT count(*) FROM source_check WHERE "articleId" = ${articleId})
        + (SELECT count(*) FROM capture c WHERE c."articleId" = ${articleId} AND NOT EXISTS
            (SELECT 1 FROM source_check s WHERE s."captureId" = c.id AND s.outcome = 'new-copy')))::int AS n`,
    changedQuotes(viewer, articleId),
    db().article.findUnique({
      where: { id: articleId },
      select: { nextCheckAt: true, checkFailures: true, url: true, state: true },
    }),
    loadSettings(),
  ]);
  return {
    looks: rows.map(lookDto).reverse(),
    earlier: Math.max(0, (total?.n ?? 0) - rows.length),
    changed: changesOnce(changed),
    watch: {
      isOn: watch.isOn,
      isWatched: article?.nextCheckAt != null && article.url !== null && article.state === "captured",
      nextCheckAt: article?.nextCheckAt?.toISOString() ?? null,
      failures: article?.checkFailures ?? 0,
    },
  };
}

/** Looks, and copies that came before looks were kept or with the article, newest first. */
async function lookRows(articleId: string): Promise<LookRow[]> {
  return db().$queryRaw<LookRow[]>`
    SELECT l.id, l.at, l.outcome, l.method, l.detail, u.name AS by, l."isCopy", l.worst FROM (
      SELECT s.id, s."checkedAt" AS at, s.outcome, s.method, s.detail, s."checkedById" AS "byId", s.outcome = 'new-copy' AS "isCopy",
        (SELECT k.outcome FROM quote_check k WHERE k."lookId" = s.id
          ORDER BY array_position(ARRAY['altered', 'gone', 'blocked', 'unreachable', 'moved', 'unchanged'], k.outcome) LIMIT 1) AS worst
      FROM source_check s WHERE s."articleId" = ${articleId}
      UNION ALL
      SELECT c.id, c."capturedAt", 'new-copy', c.method, NULL, c."createdById", true, NULL
      FROM capture c WHERE c."articleId" = ${articleId} AND NOT EXISTS
        (SELECT 1 FROM source_check s WHERE s."captureId" = c.id AND s.outcome = 'new-copy')) AS l
    LEFT JOIN "user" u ON u.id = l."byId" ORDER BY l.at DESC, l.id DESC LIMIT ${listed}`;
}

function lookDto(row: LookRow): LookDto {
  return {
    id: row.id,
    at: row.at.toISOString(),
    outcome: outcomeOf(row),
    method: row.method as LookDto["method"],
    by: row.by,
    isCopy: row.isCopy,
    detail: row.detail,
  };
}

function outcomeOf({ outcome, worst }: LookRow): LookOutcome {
  if (worst === "altered" || worst === "gone") return worst;
  if (outcome === "missing" || outcome === "unreachable" || outcome === "blocked") return outcome;
  return worst === null && outcome === "new-copy" ? "copied" : "same";
}

/** Passages that differ when last compared, with the claims that lean on them; for who sees not all claims, those of theirs. */
async function changedQuotes(viewer: Sight, articleId: string): Promise<ChangedQuoteDto[]> {
  const seen = await claimsSeen(viewer);
  const rows = await db().quote.findMany({
    where: { articleId, exact: { not: null } },
    orderBy: { start: "asc" },
    select: {
      id: true,
      checks: {
        where: { outcome: { in: [...wordOutcomes] } },
        orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
        take: 1,
      },
      evidence: {
        where: { removedAt: null, claimId: seen },
        select: { claim: { select: { id: true, text: true } } },
      },
      claims: { where: { id: seen }, select: { id: true, text: true } },
    },
  });
  return rows.flatMap(({ id, checks: [last], evidence, claims }) => {
    if (last?.outcome !== "altered" && last?.outcome !== "gone") return [];
    const leaning = new Map(
      [...evidence.map(({ claim }) => claim), ...claims].map((claim) => [claim.id, claim]),
    );
    if (viewer.sees === "own" && leaning.size === 0) return [];
    return [
      {
        quoteId: id,
        outcome: last.outcome,
        was: last.was,
        is: last.is,
        method: last.method as ChangedQuoteDto["method"],
        checkedAt: last.checkedAt.toISOString(),
        claims: [...leaning.values()],
      },
    ];
  });
}
