import "server-only";
import { claimsSeen, mayNameId } from "../access/sight.server";
import type { Sight } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import { db, type Prisma } from "../core/db.server";
import { fail, notFound, ok, type Failure, type Result } from "../core/result";
import { decodeText } from "../articles/sniff";
import { readRegion } from "../quotes/region";
import type { CaptureViewDto } from "./dto";
import { recordingBytes } from "./recording-store.server";
import type { Placed } from "./show-text";
import type { WarcCapture } from "./warc.server";

type Seen = Awaited<ReturnType<typeof claimsSeen>>;

/** What others quoted for claims that this viewer does not see is none of theirs; it may be described in words. */
function quotesSeen(viewer: Sight, seen: Seen): Prisma.QuoteWhereInput {
  if (viewer.sees === "everything") return {};
  const isUsed = [{ evidence: { some: { claimId: seen } } }, { claims: { some: { id: seen } } }];
  return { OR: [{ createdById: viewer.id }, ...isUsed] };
}

const viewInclude = (viewer: Sight, seen: Seen) =>
  ({
    article: { select: { id: true, title: true, url: true, outlet: { select: { name: true } } } },
    quotes: {
      where: quotesSeen(viewer, seen),
      orderBy: [{ start: "asc" }, { id: "asc" }],
      include: {
        evidence: {
          where: { removedAt: null, claimId: seen },
          select: { stance: true, claim: { select: { id: true, text: true } } },
        },
      },
    },
  }) satisfies Prisma.CaptureInclude;

/**
 * One capture with what is quoted from it; null when there is none, or none for this viewer. Its bytes and text are read
 * elsewhere.
 */
export async function getCapture(viewer: Sight, captureId: string): Promise<CaptureViewDto | null> {
  const row = await db().capture.findUnique({
    where: { id: captureId },
    omit: { bytes: true, fullText: true, links: true, mainRanges: true },
    include: viewInclude(viewer, await claimsSeen(viewer)),
  });
  if (!row || !(await mayNameId(viewer, captureId))) return null;
  const asked = await db().expungeRequest.findFirst({
    where: { captureId },
    orderBy: { requestedAt: "desc" },
  });
  const names = await namesOf([row.createdById, asked?.requestedById, asked?.confirmedById]);
  const nameOf = (id: string) => names.get(id) ?? "someone who has left";
  const { article } = row;
  return {
    id: row.id,
    sha256: row.sha256,
    method: row.method as "fetched",
    capturedAt: row.capturedAt.toISOString(),
    expunged: row.expungedAt !== null,
    article: { id: article.id, title: article.title, outlet: article.outlet?.name ?? null, url: article.url },
    contentType: row.contentType,
    finalUrl: row.finalUrl,
    capturedBy: row.createdById === null ? "the schedule" : nameOf(row.createdById),
    expungedAt: row.expungedAt?.toISOString() ?? null,
    expunge: asked && {
      reason: asked.reason,
      requestedBy: { id: asked.requestedById, name: nameOf(asked.requestedById) },
      requestedAt: asked.requestedAt.toISOString(),
      confirmedBy: asked.confirmedById && nameOf(asked.confirmedById),
      confirmedAt: asked.confirmedAt?.toISOString() ?? null,
    },
    quotes: row.quotes.map((quote) => ({
      id: quote.id,
      words: quote.exact ?? quote.description ?? "",
      isRegion: quote.exact === null,
      region: quote.region,
      page: quote.page ?? (quote.region === null ? null : (readRegion(quote.region)?.page ?? null)),
      uses: quote.evidence.map(({ stance, claim }) => ({ claimId: claim.id, claimText: claim.text, stance })),
    })),
  };
}

/** What every way to a capture's content answers once two people took it out. */
export function takenOut(expungedAt: Date): Failure {
  const day = expungedAt.toISOString().slice(0, 10);
  return {
    kind: "gone",
    code: "expunged",
    detail: `An admin and an editor took the content of this capture out on ${day}. Its hash, its date and the log of that stay.`,
  };
}

/** Everything of a capture that goes into its archive file. `not_found`, or `gone` after it was expunged. */
export async function captureForArchive(captureId: string): Promise<Result<WarcCapture>> {
  const row = await db().capture.findUnique({
    where: { id: captureId },
    omit: { fullText: true, links: true, mainRanges: true },
  });
  if (!row) return fail(notFound("capture"));
  const bytes = row.recordingId ? await recordingBytes(row.recordingId) : row.bytes;
  if (row.expungedAt || !bytes) return fail(takenOut(row.expungedAt ?? row.capturedAt));
  return ok({
    id: row.id,
    articleId: row.articleId,
    sha256: row.sha256,
    method: row.method as WarcCapture["method"],
    capturedAt: row.capturedAt,
    contentType: row.contentType,
    finalUrl: row.finalUrl,
    headers: row.headers as [string, string][],
    bytes,
  });
}

export type CaptureContent = {
  title: string | null;
  language: string | null;
  /** The page as it came, for captures of HTML. */
  html: string | null;
  fullText: string;
  quotes: Placed[];
};

/** The content of a capture for the sandboxed view, with its quotes. `not_found`, or `gone` after it was expunged. */
export async function captureContent(viewer: Sight, captureId: string): Promise<Result<CaptureContent>> {
  const row = await db().capture.findUnique({
    where: { id: captureId },
    include: {
      article: { select: { title: true, language: true } },
      quotes: {
        where: { ...quotesSeen(viewer, await claimsSeen(viewer)), exact: { not: null } },
        orderBy: [{ start: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) return fail(notFound("capture"));
  if (row.expungedAt) return fail(takenOut(row.expungedAt));
  const isHtml = row.contentType === "text/html";
  return ok({
    title: row.article.title,
    language: row.article.language,
    html: isHtml && row.bytes ? decodeText(row.bytes, row.charset, true).text : null,
    fullText: row.fullText ?? "",
    quotes: row.quotes.map(({ id, exact, prefix, suffix, start, end }) => ({
      id,
      exact: exact!,
      prefix,
      suffix,
      start: start!,
      end: end!,
    })),
  });
}
