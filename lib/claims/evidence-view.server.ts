import "server-only";
import { originInWords } from "../attributions/route-words";
import { db } from "../core/db.server";
import type { KnownInterests } from "../entities/interests";
import { interestsOf } from "../entities/known-interests.server";
import type { EvidenceDto } from "./dto";
import type { LoadedDossier } from "./load-dossier.server";

/** What is shown beside evidence and is in no dossier. */
type AroundEvidence = {
  /** By article, of those whose last look did not reach the source. */
  notReached: ReadonlyMap<string, EvidenceDto["notReached"]>;
  /** By owner, what is noted of whoever owns the outlets that the claim's articles are of. */
  owners: ReadonlyMap<string, KnownInterests>;
};

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

/** What stands around a claim's evidence, in two questions at once. */
export async function aroundEvidence(current: LoadedDossier): Promise<AroundEvidence> {
  const { articles } = current.dossier;
  const [notReached, owners] = await Promise.all([
    notReachedOf(current),
    interestsOf(articles.flatMap(({ ownerId }) => ownerId ?? [])),
  ]);
  return { notReached, owners };
}

/** Ids of whoever added evidence of a claim or vouched for its quotes. */
export function peopleOfEvidence({ claim }: Pick<LoadedDossier, "claim">): string[] {
  return claim.evidence.flatMap(({ addedById, quote }) =>
    [addedById, quote.confirmedById ?? [], quote.cutTickedById ?? []].flat(),
  );
}

/** Every piece of evidence of a claim as its page shows it; `names` are those of `peopleOfEvidence`. */
export function evidenceDto(
  current: LoadedDossier,
  names: ReadonlyMap<string, string>,
  { notReached, owners }: AroundEvidence,
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
        language: article?.language ?? null,
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

type QuoteRow = LoadedDossier["claim"]["evidence"][number]["quote"];

function quoteDto(
  row: QuoteRow,
  { quote, region }: LoadedDossier["dossier"]["evidence"][number],
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
    confirmedById: row.confirmedById,
  };
}
