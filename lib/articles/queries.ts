import "server-only";
import { articlesSeen, claimsSeen, mayNameId } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { db, Prisma, rowsOf } from "../core/db.server";
import { attributionDtos, attributionInclude } from "../attributions/queries";
import { driftFinders } from "../quotes/drift";
import { nearDuplicatesOf } from "../attributions/reuse/near-duplicates.server";
import type { ArticleDto, CaptureDto, CaptureSummaryDto, HighlightDto } from "./dto";
import { mainText } from "./extraction";
import { machineReading } from "./machine-reading.server";
import { metadataDto } from "./metadata-dto.server";
import { isDrifted } from "./standing-drift";

const captureSummary = {
  id: true,
  sha256: true,
  method: true,
  capturedAt: true,
  expungedAt: true,
} satisfies Prisma.CaptureSelect;

const articleInclude = {
  outlet: true,
  captures: { select: captureSummary, orderBy: { capturedAt: "desc" } },
  attributions: { include: attributionInclude, orderBy: { id: "asc" } },
} satisfies Prisma.ArticleInclude;

type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleInclude }>;

function summaryDto(row: Prisma.CaptureGetPayload<{ select: typeof captureSummary }>): CaptureSummaryDto {
  return {
    id: row.id,
    sha256: row.sha256,
    method: row.method as "fetched",
    capturedAt: row.capturedAt.toISOString(),
    expunged: row.expungedAt !== null,
  };
}

type CaptureRow = Parameters<typeof summaryDto>[0] & {
  fullText: string | null;
  mainRanges: [number, number][];
  pageCount: number;
};

async function currentCapture(captureId: string | null): Promise<CaptureDto | null> {
  if (!captureId) return null;
  const [row] = await rowsOf<CaptureRow>(
    db(),
    Prisma.sql`
      SELECT id, sha256, method, "capturedAt", "expungedAt", "fullText", "mainRanges", jsonb_array_length(pages) AS "pageCount"
      FROM capture WHERE id = ${captureId}`,
  );
  if (!row) return null;
  const { mainRanges, pageCount } = row;
  const fullText = row.fullText ?? "";
  return { ...summaryDto(row), fullText, mainRanges, text: mainText({ fullText, mainRanges }), pageCount };
}

/**
 * One article with its current capture, what machines suggest, and where it has it from; null when there is none, or none
 * for this viewer.
 */
export async function getArticle(viewer: Sight, articleId: string): Promise<ArticleDto | null> {
  const row = await db().article.findUnique({ where: { id: articleId }, include: articleInclude });
  if (!row || !(await mayNameId(viewer, articleId))) return null;
  const reading = async () => {
    const capture = await currentCapture(row.currentCaptureId);
    const read = capture ? await machineReading(capture, new Date()) : { figures: [], suggestedClaims: [] };
    return { capture, ...read };
  };
  // None of these waits for another.
  const [read, attributions, alike] = await Promise.all([
    reading(),
    attributionDtos(viewer, row.attributions),
    nearDuplicates(viewer, row),
  ]);
  return {
    ...metadataDto(row),
    captures: row.captures.map(summaryDto),
    attributions,
    nearDuplicates: alike,
    ...read,
  };
}

const mostAlike = 40;

/** Other articles of nearly the same words, and those with the very same bytes: the same text at two outlets is two articles. */
async function nearDuplicates(viewer: Sight, row: ArticleRow): Promise<ArticleDto["nearDuplicates"]> {
  const hashes = row.captures.map(({ sha256 }) => sha256);
  const [near, seen, same] = await Promise.all([
    nearDuplicatesOf(row.id),
    articlesSeen(viewer),
    rowsOf<{ articleId: string }>(
      db(),
      Prisma.sql`
        SELECT "articleId" FROM capture WHERE sha256 = ANY(${hashes}::text[]) AND "articleId" <> ${row.id}
        ORDER BY id DESC LIMIT ${mostAlike}`,
    ),
  ]);
  const alike = new Map(near.map((found) => [found.articleId, found]));
  const found = [...alike.keys(), ...same.map(({ articleId }) => articleId)];
  const ids = found.filter((id) => seen.in?.includes(id) ?? true);
  if (ids.length === 0) return [];
  const others = await db().article.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, outlet: { select: { name: true } } },
    orderBy: { id: "desc" },
    take: mostAlike,
  });
  return others
    .map(({ id, title, outlet }) => ({
      articleId: id,
      similarity: alike.get(id)?.similarity ?? 1,
      containment: alike.get(id)?.containment ?? 1,
      title,
      outlet: outlet?.name ?? null,
    }))
    .sort((a, b) => b.similarity - a.similarity);
}

type Placed = {
  exact: string | null;
  prefix: string;
  suffix: string;
  start: number | null;
  end: number | null;
};

/** Finds where passages stand in a later copy; null when their words are not there. The text is prepared once, when asked. */
function placesIn(fullText: string): (quote: Placed) => { start: number; end: number } | null {
  let find: ReturnType<typeof driftFinders> | undefined;
  return ({ exact, prefix, suffix, start, end }) => {
    find ??= driftFinders(fullText);
    const drift = find({ exact: exact!, prefix, suffix, start: start ?? 0, end: end ?? 0 }, null);
    return isDrifted(drift.outcome) ? null : (drift.at ?? null);
  };
}

/** Passages of the article that are in use by what this viewer sees, for highlighting in the copy that is shown. */
export async function articleHighlights(viewer: Sight, articleId: string): Promise<HighlightDto[]> {
  const seen = await claimsSeen(viewer);
  const shown = await db().article.findUnique({
    where: { id: articleId },
    select: { currentCaptureId: true },
  });
  const copy = await currentCapture(shown?.currentCaptureId ?? null);
  const quotes = await db().quote.findMany({
    where: { articleId, exact: { not: null } },
    select: {
      captureId: true,
      exact: true,
      prefix: true,
      suffix: true,
      start: true,
      end: true,
      evidence: {
        where: { removedAt: null, claimId: seen },
        select: { stance: true, claim: { select: { id: true, text: true } } },
      },
      claims: { where: { id: seen }, select: { id: true, text: true } },
    },
  });
  const placeInCopy = placesIn(copy?.fullText ?? "");
  return quotes.flatMap((quote) => {
    const isOfCopy = copy === null || quote.captureId === copy.id;
    const place = isOfCopy ? { start: quote.start ?? 0, end: quote.end ?? 0 } : placeInCopy(quote);
    if (!place) return [];
    return [
      ...quote.evidence.map(({ stance, claim }) => ({
        ...place,
        claimId: claim.id,
        claimText: claim.text,
        use: stance as HighlightDto["use"],
      })),
      ...quote.claims.map(({ id, text }) => ({
        ...place,
        claimId: id,
        claimText: text,
        use: "claim" as const,
      })),
    ];
  });
}
