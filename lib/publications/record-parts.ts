import type { Dossier, DossierArticle, DossierEvidence, DossierReply } from "../claims/dossier";
import type { Figure } from "../figures/figure";
import type { RecordEvidence, RecordReply, RecordSource, SigningPart } from "./record";

/** What a document is called in a sentence: outlet and title, else its address. */
export function nameOf(article: DossierArticle): string {
  return [article.outlet, article.title].filter(Boolean).join(": ") || article.url || "An unnamed document";
}

/** The article of that id; throws when the dossier names it and does not hold it. */
export function articleOf(dossier: Dossier, articleId: string): DossierArticle {
  const article = dossier.articles.find(({ id }) => id === articleId);
  if (!article) throw new Error(`The dossier names article ${articleId} and does not hold it.`);
  return article;
}

/** The source as printed. Members are picked one by one: a stray field of a row must never be published. */
export function recordSource(article: DossierArticle): RecordSource {
  const { id, outlet, title, url, byline, publishedAt, language, kind, primary, interests } = article;
  const { conversation } = article;
  const known = interests && article.interestsSource ? { interestsSource: article.interestsSource } : {};
  const named = {
    articleId: id,
    outlet,
    title,
    url,
    byline,
    publishedAt,
    language,
    kind,
    primary,
    interests,
    ...known,
  };
  if (!conversation) return named;
  const { who, heldAt, how, notesBy } = conversation;
  return { ...named, conversation: { who, heldAt, how, notesBy } };
}

/** The quote as printed; `null` for a region. */
export function quoteOf({ quote }: DossierEvidence): RecordEvidence["quote"] {
  if (!quote) return null;
  const { exact, prefix, suffix, start, end, sentence, page } = quote;
  return { exact, prefix, suffix, start, end, sentence, ...(page === null ? {} : { page }) };
}

/** The place as printed, with the words and headers that it has; `null` for a passage. */
export function regionOf({ region }: Pick<DossierEvidence, "region">): RecordEvidence["region"] {
  if (!region) return null;
  const { fragment, description, words, cell } = region;
  return {
    fragment,
    description,
    ...(words === null ? {} : { words }),
    ...(cell === null ? {} : { cell: { table: cell.table, row: cell.row, column: cell.column } }),
  };
}

/** Hash, method and time of the copy quoted from; its bytes are never public. */
export function captureOf({ capture }: DossierEvidence): RecordEvidence["capture"] {
  return capture && { sha256: capture.sha256, method: capture.method, capturedAt: capture.capturedAt };
}

/** Our translation and who made it. */
export function translationOf({
  translation,
}: Pick<DossierEvidence, "translation">): RecordEvidence["translation"] {
  return translation && { text: translation.text, translator: translation.translator };
}

/** Who signed, as printed. */
export function recordSigner(signer: SigningPart["signer"]): SigningPart["signer"] {
  const { name, selfSigned, byToken, signedAt } = signer;
  return {
    name,
    selfSigned: selfSigned && { reason: selfSigned.reason },
    byToken,
    ...(signedAt === undefined ? {} : { signedAt }),
  };
}

/** A figure, less anything a row may carry besides. */
export function recordFigure(figure: Figure): Figure {
  const { id, low, high, bound, measure, unit, period, scope, asOf, verbatim, start, end } = figure;
  return {
    id,
    low,
    high,
    bound,
    measure,
    unit,
    period: period && { from: period.from, to: period.to },
    scope: [...scope],
    asOf,
    verbatim,
    start,
    end,
  };
}

/** A request for a reply as printed. */
export function recordReply(request: DossierReply): RecordReply {
  const { asked, role, how, askedAt, deadlineAt, outcome, reply } = request;
  const { question, reminders, repliedAt, source } = request;
  return {
    asked,
    role,
    how,
    askedAt,
    deadlineAt,
    outcome,
    reply,
    ...(question ? { question } : {}),
    ...(reminders.length > 0 ? { reminders: reminders.map(({ at, how: by }) => ({ at, how: by })) } : {}),
    ...(repliedAt ? { repliedAt } : {}),
    ...(reply && source ? { capture: { sha256: source.sha256, capturedAt: source.capturedAt } } : {}),
  };
}
