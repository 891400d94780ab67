import "server-only";
import type { Prisma } from "../core/db.server";
import type { ArticleDto } from "./dto";

type ArticleMetadataRow = Prisma.ArticleGetPayload<{ include: { outlet: true } }>;

/** What is known of an article itself. */
export function metadataDto(row: ArticleMetadataRow) {
  return {
    id: row.id,
    state: row.state as ArticleDto["state"],
    failure: row.failureCode ? { code: row.failureCode, message: row.failureMessage ?? "" } : null,
    url: row.url,
    canonicalUrl: row.canonicalUrl,
    title: row.title,
    outlet: row.outlet?.name ?? null,
    byline: row.byline,
    publishedAt: row.publishedAt,
    language: row.language,
    kind: row.kind as ArticleDto["kind"],
    primary: row.primary,
    interests: row.interests,
    interestsSource: row.interestsSource,
    notObtainable: row.notObtainable,
    reliability: row.reliability as ArticleDto["reliability"],
    reliabilityReason: row.reliabilityReason,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
