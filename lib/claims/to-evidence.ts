import type { DossierArticle, DossierEvidence } from "./dossier";
import type { ArticleWithOutlet, ClaimWithAll } from "./dossier-rows";
import { toFigure } from "./to-figure";
import { toConversation, toRegion } from "./to-region";

type EvidenceRow = ClaimWithAll["evidence"][number];

/** A source as the dossier holds it. */
export function toArticle(row: ArticleWithOutlet): DossierArticle {
  return {
    id: row.id,
    outlet: row.outlet?.name ?? null,
    ownerId: row.outlet?.ownerId ?? null,
    title: row.title,
    url: row.canonicalUrl ?? row.url,
    byline: row.byline,
    publishedAt: row.publishedAt,
    language: row.language,
    kind: row.kind as DossierArticle["kind"],
    primary: row.primary,
    state: row.state as DossierArticle["state"],
    reliability: row.reliability as DossierArticle["reliability"],
    interests: row.interests,
    interestsSource: row.interestsSource,
    notObtainable: row.notObtainable,
    conversation: row.conversation && toConversation(row.conversation),
  };
}

function toQuote(row: EvidenceRow["quote"], isVerbatim: boolean): DossierEvidence["quote"] {
  if (row.exact === null || row.start === null || row.end === null) return null;
  return {
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start,
    end: row.end,
    sentence: row.sentence ?? row.exact,
    page: row.page,
    isVerbatim,
  };
}

/** A piece of evidence with its quote; `verbatim` has the quotes that are in their captures word for word. */
export function toEvidence(row: EvidenceRow, verbatim: ReadonlySet<string>): DossierEvidence {
  const { quote } = row;
  const check = quote.checks[0];
  return {
    id: row.id,
    articleId: row.articleId,
    stance: row.stance as DossierEvidence["stance"],
    shows: row.shows,
    disclosure: row.disclosure as DossierEvidence["disclosure"],
    commitmentSalt: row.commitmentSalt,
    decisive: row.decisiveReason ? { reason: row.decisiveReason } : null,
    quote: toQuote(quote, verbatim.has(quote.id)),
    region: toRegion(quote),
    translation: row.translation ? { text: row.translation, translator: row.translator } : null,
    capture: quote.capture && {
      id: quote.capture.id,
      sha256: quote.capture.sha256,
      method: quote.capture.method as "fetched",
      capturedAt: quote.capture.capturedAt.toISOString(),
    },
    drift: check
      ? {
          outcome: check.outcome as "moved",
          checkedAt: check.checkedAt.toISOString(),
          method: check.method as "fetched",
        }
      : null,
    cut: quote.cutReason ? { reason: quote.cutReason, tickedById: quote.cutTickedById } : null,
    figures: quote.figures.map(toFigure),
    addedById: row.addedById,
  };
}
