import "server-only";
import type { Viewer } from "../access/viewer";
import { originInWords } from "../attributions/route-words";
import { independenceOf } from "../attributions/queries";
import type { KnownInterests } from "../entities/interests";
import { interestsOf } from "../entities/known-interests.server";
import { db, type Prisma } from "../core/db.server";
import { draftHash } from "../legal-reads/draft-hash";
import { wantsLegalRead } from "../legal-reads/legal-read";
import { toLegalReadsDto } from "../legal-reads/to-dto";
import { gateSettingsNow, issuesFor } from "../verdicts/gate.server";
import { blindPartIds } from "../reviews/blind-parts.server";
import { isBlind } from "../reviews/blindness";
import { scheduleOf } from "../schedules/queries";
import { commentsOf } from "../comments/queries";
import type { DossierPart } from "./dossier";
import type { ClaimDto, ComparisonDto, EvidenceDto, GateDto, IndependenceDto, ReviewDto } from "./dto";
import { loadDossier, type LoadedDossier } from "./load-dossier.server";
import { currentRevision, currentRevisions, type CurrentRevision } from "./revision.server";
import { toFigure } from "./to-dossier";
import { availableEvents } from "./workflow";
import type { Figure } from "../figures/figure";

/** The claim as it stands, for pages and calls that need several views of it; null when there is none. */
export async function openClaim(claimId: string, now: Date): Promise<CurrentRevision | null> {
  return currentRevision(db() as unknown as Prisma.TransactionClient, claimId, now);
}

/** Several claims as they stand, in as many questions as one; those that are not there are left out. */
export async function openClaims(claimIds: readonly string[], now: Date): Promise<CurrentRevision[]> {
  return currentRevisions(db() as unknown as Prisma.TransactionClient, claimIds, now);
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Articles whose last look did not reach the source. */
async function notReachedOf(
  current: Pick<LoadedDossier, "claim">,
): Promise<Map<string, EvidenceDto["notReached"]>> {
  const articleIds = [...new Set(current.claim.evidence.map(({ articleId }) => articleId))];
  const last = await db().sourceCheck.findMany({
    where: { articleId: { in: articleIds }, method: "fetched" },
    distinct: ["articleId"],
    orderBy: [{ articleId: "asc" }, { checkedAt: "desc" }],
    select: { articleId: true, captureId: true, outcome: true, checkedAt: true },
  });
  return new Map(
    last
      .filter(({ captureId }) => captureId === null)
      .map(({ articleId, outcome, checkedAt }) => [
        articleId,
        { outcome, checkedAt: checkedAt.toISOString() },
      ]),
  );
}

function peopleOfEvidence({ claim }: Pick<LoadedDossier, "claim">): string[] {
  return claim.evidence.flatMap(({ addedById, quote }) =>
    [addedById, quote.confirmedById ?? [], quote.cutTickedById ?? []].flat(),
  );
}

function evidenceDto(
  current: LoadedDossier,
  names: ReadonlyMap<string, string>,
  notReached: ReadonlyMap<string, EvidenceDto["notReached"]>,
  owners: ReadonlyMap<string, KnownInterests>,
): EvidenceDto[] {
  const { dossier, claim } = current;
  const articles = new Map(dossier.articles.map((article) => [article.id, article]));
  return claim.evidence.map((row, index) => {
    const item = dossier.evidence[index]!;
    const article = articles.get(row.articleId);
    const { quote } = row;
    return {
      id: row.id,
      claimId: claim.id,
      articleId: row.articleId,
      article: {
        outlet: article?.outlet ?? null,
        title: article?.title ?? null,
        url: article?.url ?? null,
        publishedAt: article?.publishedAt ?? null,
        primary: article?.primary ?? false,
        conversation: article?.conversation ?? null,
        interests: article?.interests
          ? { words: article.interests, source: article.interestsSource ?? null }
          : null,
        ownerInterests: owners.get(article?.ownerId ?? "") ?? null,
      },
      quoteId: quote.id,
      quote: quoteDto(row.quote, item, names),
      stance: item.stance,
      shows: item.shows,
      disclosure: item.disclosure,
      decisive: item.decisive,
      translation: item.translation,
      figures: item.figures,
      origin: originInWords(dossier, row.articleId),
      drift: item.drift && { ...item.drift, is: quote.checks[0]?.is ?? null },
      notReached: notReached.get(row.articleId) ?? null,
      cut: quote.cutReason
        ? { reason: quote.cutReason, tickedBy: names.get(quote.cutTickedById ?? "") ?? null }
        : null,
      addedBy: { id: row.addedById, name: names.get(row.addedById) ?? "" },
      addedAt: row.addedAt.toISOString(),
      version: row.version,
    };
  });
}

type QuoteRow = CurrentRevision["claim"]["evidence"][number]["quote"];

function quoteDto(
  row: QuoteRow,
  { quote, region }: CurrentRevision["dossier"]["evidence"][number],
  names: ReadonlyMap<string, string>,
): EvidenceDto["quote"] {
  const { capture } = row;
  if (quote) {
    const { exact, prefix, suffix, start, end, sentence, page } = quote;
    const of = { captureId: capture?.id ?? "", captureSha256: capture?.sha256 ?? "" };
    return { exact, prefix, suffix, start, end, sentence, page, ...of };
  }
  return {
    region: row.region ?? "",
    description: row.description ?? "",
    words: row.words,
    cell: region?.cell ?? null,
    captureId: row.captureId,
    isPicture: capture?.contentType?.startsWith("image/") ?? false,
    contentType: capture?.contentType ?? null,
    confirmedBy: row.confirmedById ? (names.get(row.confirmedById) ?? null) : null,
  };
}

function reviewsDto(current: CurrentRevision): ReviewDto[] {
  return current.dossier.reviews.map((review) => ({
    id: review.id,
    reviewer: { id: review.reviewerId, name: review.reviewerName },
    mark: review.mark,
    rating: review.rating,
    rationale: review.rationale,
    evidenceIds: review.evidenceIds,
    blind: review.blind,
    outdated: review.basisHash !== current.basisHash,
    givenAt: review.givenAt,
  }));
}

/** What is noted of whoever owns the outlets that the claim's articles are of. */
function ownersOf({ dossier }: Pick<LoadedDossier, "dossier">): Promise<Map<string, KnownInterests>> {
  return interestsOf(dossier.articles.flatMap(({ ownerId }) => ownerId ?? []));
}

/** A claim for this viewer: what is blind for them says only that it is hidden. */
export async function claimDto(viewer: Viewer, current: CurrentRevision): Promise<ClaimDto> {
  const { claim, dossier } = current;
  const blind = isBlind(viewer, dossier);
  const noters = claim.legalReads.map(({ notedById }) => notedById);
  const peopleIds = [...peopleOfEvidence(current), ...noters, claim.assigneeId ?? []].flat();
  const [names, comments, blindParts, notReached, scheduled, owners] = await Promise.all([
    namesOf(peopleIds),
    blind ? null : commentsOf(claim.id),
    blindPartIds(viewer, dossier.parts),
    notReachedOf(current),
    scheduleOf(claim.id),
    ownersOf(current),
  ]);
  const latest = claim.publications.at(-1);
  const found = independenceOf(current, blind);
  const { appearance } = claim;
  return {
    ...plainFields(current, names),
    from: appearance?.exact
      ? {
          articleId: appearance.articleId,
          exact: appearance.exact,
          start: appearance.start ?? 0,
          end: appearance.end ?? 0,
          sentence: appearance.sentence ?? appearance.exact,
        }
      : null,
    parts: dossier.parts.map((part) => partDto(part, blind || blindParts.has(part.id))),
    figures: dossier.claim.figures,
    evidence: evidenceDto(current, names, notReached, owners),
    reviews: blind ? { hidden: true } : reviewsDto(current),
    reviewCount: dossier.reviews.length,
    verdict: blind ? { hidden: true, version: dossier.verdict.version } : dossier.verdict,
    comments: comments ?? { hidden: true },
    searches: dossier.searches,
    replies: dossier.replies,
    legalReads: blind ? { hidden: true } : legalReadsDto(current, names),
    revision: current.revision,
    independence: { count: found.count, articles: found.articles, unknown: found.unknown.length },
    correction: dossier.correction,
    ...(latest ? { publication: { slug: latest.slug, version: latest.version } } : {}),
    scheduled,
  };
}

function legalReadsDto({ dossier, record, settings }: CurrentRevision, names: ReadonlyMap<string, string>) {
  const isWanted = wantsLegalRead(gateSettingsNow(settings), dossier.claim.topics);
  return toLegalReadsDto(dossier, { draftHash: draftHash(record), isWanted, names });
}

/** A part's signed rating, or else its draft's unless that is hidden. */
function partDto(part: DossierPart, isHidden: boolean): ClaimDto["parts"][number] {
  const { id, text, central, draftRating, published } = part;
  const rating = published?.rating ?? (isHidden ? null : draftRating);
  return { id, text, central, rating, isPublished: published !== null };
}

function plainFields({ claim, dossier }: CurrentRevision, names: ReadonlyMap<string, string>) {
  return {
    id: claim.id,
    text: claim.text,
    verbatim: claim.verbatim,
    kind: dossier.claim.kind,
    claimant: claim.claimant,
    saidAt: claim.saidAt,
    place: claim.place,
    topics: claim.topics,
    why: claim.why,
    importance: claim.importance,
    deadlineAt: claim.deadlineAt?.toISOString() ?? null,
    reach: claim.reach,
    provisional: claim.provisional,
    nextUpdateAt: claim.nextUpdateAt?.toISOString() ?? null,
    assignee: claim.assigneeId ? { id: claim.assigneeId, name: names.get(claim.assigneeId) ?? "" } : null,
    state: dossier.claim.state,
    allowedEvents: availableEvents(dossier.claim.state, { isPublished: claim.publications.length > 0 }),
    version: claim.version,
    language: claim.language,
    createdAt: claim.createdAt.toISOString(),
    updatedAt: claim.updatedAt.toISOString(),
  };
}

/** One claim for this viewer; null when there is none. */
export async function getClaim(viewer: Viewer, claimId: string, now: Date): Promise<ClaimDto | null> {
  const current = await openClaim(claimId, now);
  return current && claimDto(viewer, current);
}

/** One piece of evidence as its claim shows it; null when there is none. */
export async function getEvidence(evidenceId: string): Promise<EvidenceDto | null> {
  const row = await db().evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } });
  const loaded = row && (await loadDossier(db() as unknown as Prisma.TransactionClient, row.claimId));
  if (!loaded) return null;
  const [names, notReached, owners] = await Promise.all([
    namesOf(peopleOfEvidence(loaded)),
    notReachedOf(loaded),
    ownersOf(loaded),
  ]);
  return evidenceDto(loaded, names, notReached, owners).find(({ id }) => id === evidenceId) ?? null;
}

/** The gate for this viewer, without lines that would tell a blind reviewer something. */
export async function gateDto(
  viewer: Viewer,
  current: CurrentRevision,
  now: Date,
): Promise<GateDto & { hidden?: true }> {
  const { issues, hidden } = issuesFor(viewer, current, now);
  const blindParts = await blindPartIds(viewer, current.dossier.parts);
  const shown = issues.filter(
    ({ field }) => !(field.startsWith("parts.") && blindParts.has(field.slice("parts.".length))),
  );
  return {
    revision: current.revision,
    issues: shown,
    ...(hidden || shown.length < issues.length ? { hidden: true as const } : {}),
  };
}

/** The independence picture for this viewer. */
export function independenceDto(viewer: Viewer, current: CurrentRevision): IndependenceDto {
  return independenceOf(current, isBlind(viewer, current.dossier));
}

/** Every figure on the claim and how they compare. */
export function figuresDto(current: CurrentRevision): {
  figures: (Figure & { of: "claim" | string })[];
  comparisons: ComparisonDto[];
} {
  const { claim, dossier } = current;
  return {
    figures: [
      ...claim.figures.map((row) => ({ ...toFigure(row), of: "claim" as const })),
      ...dossier.evidence.flatMap((item) => item.figures.map((figure) => ({ ...figure, of: item.id }))),
    ],
    comparisons: dossier.comparisons,
  };
}
