import type { ArticleKind, AttributionType, Dossier, DossierArticle } from "../../claims/dossier";
import { decisiveOn } from "../../attributions/carried-by";
import type { Checker } from "./check";
import { countOf, gateIssue, shorten } from "./check";

/** Ratings that do not say the claim is right or wrong: all that is left when origins are too few and it is overridden. */
export const ratingsAllowedWithTooFewOrigins: readonly string[] = [
  "reported",
  "unproven",
  "misleading",
  "partly-confirmed",
];

const originalKinds: ReadonlySet<ArticleKind> = new Set(["report", "wire", "record", "dataset"]);
const namesSource: ReadonlySet<AttributionType> = new Set(["cites", "republishes", "uncredited-rewrite"]);
const sharesMaterial: ReadonlySet<AttributionType> = new Set([
  "same-press-release",
  "same-dataset",
  "same-interview",
]);

/** Each quote stands in its capture word for word, and the capture is there. */
export const quoteNotVerbatim: Checker = (context) =>
  context.dossier.evidence
    .filter((item) => item.quote && (!item.quote.isVerbatim || !item.capture))
    .map((item) => {
      const message = `“${shorten(item.quote!.exact)}” is not in the copy of the source word for word. Quote it again.`;
      return gateIssue(context, "quote-not-verbatim", `evidence.${item.id}.quote`, message);
    });

/** No quote reads differently at its source now, or is gone from it, since it was captured. */
export const quoteAltered: Checker = (context) =>
  context.dossier.evidence
    .filter((item) => item.drift?.outcome === "altered" || item.drift?.outcome === "gone")
    .map((item) => {
      const what = item.drift?.outcome === "gone" ? "is gone from" : "reads differently at";
      const message = `“${shorten(item.quote?.exact ?? "A passage")}” ${what} its source now. Compare the two, then quote again or say why it stands.`;
      return gateIssue(context, "quote-altered", `evidence.${item.id}.drift`, message);
    });

/** Words cut from their sentence, and places whose description no machine can compare: a second person looks at both. */
export const quoteCut: Checker = (context) => [...cutWords(context), ...unconfirmedRegions(context)];

const unconfirmedRegions: Checker = (context) =>
  context.dossier.evidence
    .filter(({ region, addedById }) => region && (region.confirmedById ?? addedById) === addedById)
    .map((item) => {
      const message = `Nobody else has confirmed what this place in a document shows: “${shorten(item.region!.description)}”. Ask a second person.`;
      return gateIssue(context, "quote-cut", `evidence.${item.id}.quote`, message);
    });

/** A tick by whoever added the quote is no second person's. */
const cutWords: Checker = (context) =>
  context.dossier.evidence
    .filter((item) => item.cut && (item.cut.tickedById === null || item.cut.tickedById === item.addedById))
    .map((item) => {
      const reason = item.cut!.reason.trim().replace(/\.$/, "");
      const message = `A quote looks cut: ${reason}. Quote more of the sentence, or ask a second person to tick that it is fair.`;
      return gateIssue(context, "quote-cut", `evidence.${item.id}.quote`, message);
    });

/** Each original was captured, or it is logged why it could not be obtained. */
export const originalNotRead: Checker = (context) =>
  originals(context.dossier)
    .filter((article) => article.state !== "captured" && !article.notObtainable?.trim())
    .map((article) => {
      const name = article.title ?? article.outlet ?? "An original";
      const by = article.title && article.outlet ? ` (${article.outlet})` : "";
      const message = `“${name}”${by} is named as a source and was not read. Capture it, or log why it could not be obtained.`;
      return gateIssue(context, "original-not-read", `articles.${article.id}`, message);
    });

/** Articles that are themselves originals, and those that evidence is confirmed to name as its source. */
function originals(dossier: Dossier): DossierArticle[] {
  const read = new Set(dossier.evidence.map((item) => item.articleId));
  const kindOf = new Map(dossier.articles.map((article) => [article.id, article.kind]));
  const wanted = new Set([...read].filter((id) => originalKinds.has(kindOf.get(id) ?? "other")));
  for (const edge of dossier.attributions) {
    if (edge.status !== "confirmed" || edge.toArticleId === null || !read.has(edge.fromArticleId)) continue;
    const isOriginal = originalKinds.has(kindOf.get(edge.toArticleId) ?? "other");
    if (namesSource.has(edge.type) || (sharesMaterial.has(edge.type) && isOriginal))
      wanted.add(edge.toArticleId);
  }
  return dossier.articles.filter((article) => wanted.has(article.id));
}

/** As many independent origins as the newsroom asks for, or decisive evidence on that side with its reason. */
export const originsTooFew: Checker = (context) => {
  const { dossier, settings, independence } = context;
  const isDecided = decisiveOn(independence.side, dossier.evidence).length > 0;
  if (independence.count >= settings.originsNeeded || isDecided) return [];
  const found =
    independence.count === 0
      ? "No independent origin is"
      : `Only ${independence.count} independent ${independence.count === 1 ? "origin is" : "origins are"}`;
  const unknown = independence.unknown.length;
  const hint = unknown > 0 ? ` The source of ${countOf(unknown, "article", "articles")} is unknown.` : "";
  const message = `${found} known on the side the rating rests on; ${settings.originsNeeded} are needed.${hint} Find where it comes from, or mark a piece of evidence as decisive and say why.`;
  return [gateIssue(context, "origins-too-few", "evidence", message)];
};

/** A person has said of each two figures that conflict how they differ. */
export const figuresUnclassified: Checker = (context) =>
  context.dossier.comparisons
    .filter((pair) => pair.status === "suggested" && isConflict(pair.class))
    .map((pair) => {
      const message = `Two figures do not agree: ${pair.explanation} Say how they differ.`;
      return gateIssue(context, "figures-unclassified", `comparisons.${pair.id}`, message);
    });

function isConflict(comparisonClass: string): boolean {
  return comparisonClass === "contradiction" || comparisonClass.startsWith("different-");
}
