import type { LegalRead } from "../legal-reads/legal-read";
import type { SentenceNote } from "../verdicts/sentence-note";
import type { Dossier, DossierReply, DossierSearch } from "./dossier";
import type { ArticleWithOutlet, AttributionWithOrigin, ClaimWithAll } from "./dossier-rows";
import { blankVerdict } from "../verdicts/blank-verdict";
import { toArticle, toEvidence } from "./to-evidence";
import { toFigure } from "./to-figure";

/** A search entry as the desk, the gate and the record see it. */
function toSearch(row: ClaimWithAll["searches"][number]): DossierSearch {
  return {
    id: row.id,
    where: row.where,
    query: row.query,
    found: row.found as DossierSearch["found"],
    note: row.note,
    side: row.side as DossierSearch["side"],
    searchedAt: row.searchedAt.toISOString(),
    shown: row.shown,
  };
}

/** A reply request as the desk, the gate and the record see it. */
function toReply(row: ClaimWithAll["replies"][number]): DossierReply {
  return {
    id: row.id,
    asked: row.asked,
    role: row.role as DossierReply["role"],
    how: row.how,
    askedAt: row.askedAt.toISOString(),
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    question: row.question,
    outcome: row.outcome as DossierReply["outcome"],
    reply: row.reply,
    repliedAt: row.repliedAt?.toISOString() ?? null,
    reminders: row.reminders.map(({ sentAt, how }) => ({ at: sentAt.toISOString(), how })),
    source:
      row.articleId && row.capture
        ? {
            articleId: row.articleId,
            captureId: row.capture.id,
            sha256: row.capture.sha256,
            capturedAt: row.capture.capturedAt.toISOString(),
          }
        : null,
  };
}

function toLegalRead(row: ClaimWithAll["legalReads"][number]): LegalRead {
  const { id, kind, reader, at, draftHash, notedById, notedAt } = row;
  return {
    id,
    kind: kind as LegalRead["kind"],
    reader: reader ?? "",
    at: at.toISOString(),
    draftHash,
    notedById,
    notedAt: notedAt.toISOString(),
  };
}

function toClaim(claim: ClaimWithAll): Dossier["claim"] {
  const { appearance } = claim;
  return {
    id: claim.id,
    slug: claim.slug,
    text: claim.text,
    verbatim: claim.verbatim,
    kind: claim.kind as Dossier["claim"]["kind"],
    claimant: claim.claimant,
    saidAt: claim.saidAt,
    place: claim.place,
    language: claim.language,
    topics: claim.topics,
    why: claim.why,
    state: claim.state as Dossier["claim"]["state"],
    provisional: claim.provisional,
    nextUpdateAt: claim.nextUpdateAt?.toISOString() ?? null,
    figures: claim.figures.map(toFigure),
    appearance: appearance?.exact
      ? { articleId: appearance.articleId, exact: appearance.exact, sentence: appearance.sentence }
      : null,
  };
}

function toReviews(claim: ClaimWithAll): Dossier["reviews"] {
  const latest = new Map(claim.reviews.map((review) => [review.reviewerId, review]));
  return [...latest.values()].map((row) => ({
    id: row.id,
    reviewerId: row.reviewerId,
    reviewerName: row.reviewer.name,
    mark: row.mark as Dossier["reviews"][number]["mark"],
    rating: row.rating,
    rationale: row.rationale,
    evidenceIds: row.evidenceIds,
    blind: row.blind,
    basisHash: row.basisHash,
    givenAt: row.givenAt.toISOString(),
  }));
}

/** Those whose quotes are both still evidence. */
function toDisagreements(claim: ClaimWithAll): Dossier["disagreements"] {
  const standing = new Set(claim.evidence.map(({ id }) => id));
  return claim.disagreements
    .filter(({ aId, bId }) => standing.has(aId) && standing.has(bId))
    .map(({ id, aId, bId, why, status, resolution }) => ({
      id,
      a: aId,
      b: bId,
      why,
      status: status as "open",
      resolution,
    }));
}

function toVerdict(row: ClaimWithAll["verdict"]): Dossier["verdict"] {
  if (!row) return blankVerdict;
  const { claimId: _id, updatedById: _by, updatedAt: _at, sentenceNotes: _notes, ...written } = row;
  return written;
}

/** In one order of members, so that notes compare as text. */
function toSentenceNotes(stored: unknown): SentenceNote[] {
  const notes = (stored ?? []) as SentenceNote[];
  return notes.map(({ field, text, evidenceIds, background }) => ({ field, text, evidenceIds, background }));
}

function toHistory(claim: ClaimWithAll): Dossier["history"] {
  return claim.publications.map((p) => ({
    version: p.version,
    kind: p.kind as "publication",
    publishedAt: p.publishedAt.toISOString(),
    sha256: p.sha256,
    correction: p.correctionClass
      ? { class: p.correctionClass as "typo", reason: p.correctionReason ?? "" }
      : null,
  }));
}

/** A retracted part has no rating in public any more. */
function toPart(part: ClaimWithAll["parts"][number]): Dossier["parts"][number] {
  const [latest] = part.publications;
  const stands = latest?.kind === "publication" && latest.rating !== null;
  return {
    id: part.id,
    text: part.text,
    central: part.central,
    draftRating: part.verdict?.rating ?? null,
    published: stands
      ? {
          slug: latest.slug,
          version: latest.version,
          sha256: latest.sha256,
          text: latest.claimText,
          rating: latest.rating!,
        }
      : null,
  };
}

/** Rows to the one plain picture of a claim that all rules take. Of a reviewer's marks the latest counts. */
export function toDossier(rows: {
  claim: ClaimWithAll;
  attributions: AttributionWithOrigin[];
  articles: ArticleWithOutlet[];
  authorIds: string[];
  writerIds: string[];
  verbatimQuoteIds: ReadonlySet<string>;
}): Dossier {
  const { claim, attributions } = rows;
  const open = claim.corrections[0];
  const origins = new Map(
    attributions.flatMap((a) => (a.toOrigin ? [[a.toOrigin.id, a.toOrigin] as const] : [])),
  );
  return {
    claim: toClaim(claim),
    evidence: claim.evidence.map((row) => toEvidence(row, rows.verbatimQuoteIds)),
    articles: rows.articles.map(toArticle),
    origins: [...origins.values()].map((o) => ({
      id: o.id,
      name: o.name,
      kind: o.kind as "person",
      primary: o.primary,
      naming: o.naming as "named",
      attestedById: o.attestedById,
      interests: o.interests === null ? null : { words: o.interests, source: o.interestsSource ?? "" },
    })),
    attributions: attributions.map((a) => ({
      id: a.id,
      type: a.type as "cites",
      fromArticleId: a.fromArticleId,
      toArticleId: a.toArticleId,
      toOriginId: a.toOriginId,
      status: a.status as "suggested",
      reason: a.rule ? { rule: a.rule, quote: a.ruleQuote } : null,
    })),
    comparisons: claim.comparisons.map((c) => ({
      id: c.id,
      a: c.aId,
      b: c.bId,
      class: c.class as "equal",
      explanation: c.explanation,
      sameReport: c.sameReport,
      status: c.status as "suggested",
    })),
    disagreements: toDisagreements(claim),
    reviews: toReviews(claim),
    verdict: toVerdict(claim.verdict),
    sentenceNotes: toSentenceNotes(claim.verdict?.sentenceNotes),
    searches: claim.searches.map(toSearch),
    replies: claim.replies.map(toReply),
    legalReads: claim.legalReads.map(toLegalRead),
    parts: claim.parts.map(toPart),
    correction: open ? { class: open.class as "typo", reason: open.reason } : null,
    history: toHistory(claim),
    authorIds: rows.authorIds,
    writerIds: rows.writerIds,
  };
}
