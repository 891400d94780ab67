import "server-only";
import type { Viewer } from "../access/viewer";
import { namesOf } from "../accounts/names.server";
import { independenceOf } from "../attributions/queries";
import { db } from "../core/db.server";
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
import { aroundEvidence, evidenceDto, peopleOfEvidence } from "./evidence-view.server";
import { loadDossier } from "./load-dossier.server";
import { currentRevision, currentRevisions, type CurrentRevision } from "./revision.server";
import { toFigure } from "./to-figure";
import { availableEvents } from "./workflow";
import type { Figure } from "../figures/figure";

/** The claim as it stands, for pages and calls that need several views of it; null when there is none. */
export async function openClaim(claimId: string, now: Date): Promise<CurrentRevision | null> {
  return currentRevision(db(), claimId, now);
}

/** Several claims as they stand, in as many questions as one; those that are not there are left out. */
export async function openClaims(claimIds: readonly string[], now: Date): Promise<CurrentRevision[]> {
  return currentRevisions(db(), claimIds, now);
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

/** A claim for this viewer: what is blind for them says only that it is hidden. */
export async function claimDto(viewer: Viewer, current: CurrentRevision): Promise<ClaimDto> {
  const { claim, dossier } = current;
  const blind = isBlind(viewer, dossier);
  const noters = claim.legalReads.map(({ notedById }) => notedById);
  const peopleIds = [...peopleOfEvidence(current), ...noters];
  const [names, assignee, comments, blindParts, around, scheduled] = await Promise.all([
    namesOf(peopleIds),
    assigneeOf(claim.assigneeId),
    blind ? null : commentsOf(claim.id),
    blindPartIds(viewer, dossier.parts),
    aroundEvidence(current),
    scheduleOf(claim.id),
  ]);
  const latest = claim.publications.at(-1);
  const found = independenceOf(current, blind);
  const { appearance } = claim;
  return {
    ...plainFields(current),
    assignee,
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
    evidence: evidenceDto(current, names, around),
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

async function assigneeOf(id: string | null): Promise<ClaimDto["assignee"]> {
  const person = id
    ? await db().user.findUnique({ where: { id }, select: { name: true, deactivatedAt: true } })
    : null;
  return id && person
    ? { id, name: person.name, ...(person.deactivatedAt ? { hasLeft: true as const } : {}) }
    : null;
}

function plainFields({ claim, dossier, basisHash }: CurrentRevision) {
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
    state: dossier.claim.state,
    allowedEvents: availableEvents(dossier.claim.state, { isPublished: claim.publications.length > 0 }),
    version: claim.version,
    basisHash,
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
  const loaded = row && (await loadDossier(db(), row.claimId));
  if (!loaded) return null;
  const [names, around] = await Promise.all([namesOf(peopleOfEvidence(loaded)), aroundEvidence(loaded)]);
  return evidenceDto(loaded, names, around).find(({ id }) => id === evidenceId) ?? null;
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
