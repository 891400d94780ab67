import "server-only";
import { z } from "zod";
import { cursorOf } from "../core/cursor";
import { Prisma } from "../core/db.server";
import { env } from "../core/env.server";
import { isLatest, listPublications } from "./queries";
import type { PublicationRecord } from "./record";

/** Parameters of Google's Fact Check Tools API, `claims:search`. Unknown ones (key, alt, fields) are ignored, as theirs does. */
export const searchClaimsSchema = z.object({
  query: z.string().max(300).optional(),
  languageCode: z.string().max(20).optional(),
  reviewPublisherSiteFilter: z.string().max(200).optional(),
  maxAgeDays: z.coerce.number().int().min(0).max(36_500).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
  pageToken: z.union([z.literal(""), cursorOf("time", "text")]).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
type SearchClaimsInput = z.output<typeof searchClaimsSchema>;

/** Current publications by words, in Google's shape: a client of theirs works by changing the host. */
export async function searchClaims(input: SearchClaimsInput) {
  const { host, hostname } = new URL(env().publicUrl);
  const filter = input.reviewPublisherSiteFilter?.toLowerCase();
  if (filter && filter !== host && filter !== hostname) return { claims: [], nextPageToken: "" };
  const { items, older } = await listPublications(conditions(input), {
    limit: input.pageSize,
    before: input.pageToken || undefined,
  });
  const claims = items.flatMap(({ version, versions }) => {
    const record = versions[version - 1]?.record;
    return record?.kind === "publication" ? [asClaim(record, host)] : [];
  });
  return { claims, nextPageToken: older ?? "" };
}

function conditions(input: SearchClaimsInput): Prisma.Sql[] {
  const skipped = input.offset ?? 0;
  const words = input.query?.trim();
  const where = [
    Prisma.sql`p.kind = 'publication'`,
    isLatest,
    ...(words
      ? [
          Prisma.sql`to_tsvector('english', p."claimText" || ' ' || p.finding) @@ websearch_to_tsquery('english', ${words})`,
        ]
      : []),
    ...(input.languageCode ? [Prisma.sql`p."recordText"::jsonb ->> 'language' = ${input.languageCode}`] : []),
    ...(input.maxAgeDays
      ? [Prisma.sql`p."publishedAt" >= now() - make_interval(days => ${input.maxAgeDays})`]
      : []),
  ];
  if (skipped === 0) return where;
  return [
    ...where,
    Prisma.sql`p.id NOT IN (SELECT p.id FROM publication p WHERE ${Prisma.join(where, " AND ")} ORDER BY p."publishedAt" DESC, p.id DESC LIMIT ${skipped})`,
  ];
}

function asClaim(record: PublicationRecord, site: string) {
  const { claim } = record;
  const claimDate = claim.saidAt ?? claim.appearance?.publishedAt ?? undefined;
  return {
    text: claim.text,
    ...(claim.claimant ? { claimant: claim.claimant } : {}),
    ...(claimDate ? { claimDate } : {}),
    claimReview: [
      {
        publisher: { name: record.publisher.name, site },
        url: `${env().publicUrl}/verdicts/${record.slug}`,
        title: record.finding,
        reviewDate: record.publishedAt,
        textualRating: record.rating.label,
        languageCode: record.language,
      },
    ],
  };
}
