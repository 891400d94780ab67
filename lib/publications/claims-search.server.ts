import "server-only";
import { z } from "zod";
import { cursorOf, decodeCursor, encodeCursor } from "../core/cursor";
import { db, Prisma } from "../core/db.server";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";
import type { PublicationRecord } from "./record";
import { verifyRecord, type KeySet } from "./sign";
import { loadKeySet } from "./signing-key.server";

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

type Row = {
  id: string;
  recordText: string;
  sha256: string;
  signature: string;
  keyId: string;
  publishedAt: Date;
};

/** Current publications by words, in Google's shape: a client of theirs works by changing the host. */
export async function searchClaims(input: SearchClaimsInput) {
  const site = new URL(env().publicUrl).host;
  const filter = input.reviewPublisherSiteFilter?.toLowerCase();
  if (filter && filter !== site && filter !== new URL(env().publicUrl).hostname)
    return { claims: [], nextPageToken: "" };
  const [rows, keys] = await Promise.all([currentPublications(input), loadKeySet()]);
  const items = rows.slice(0, input.pageSize);
  const last = items.at(-1);
  return {
    claims: items.flatMap((row) => {
      const record = verifiedRecord(row, keys);
      return record ? [asClaim(record, site)] : [];
    }),
    nextPageToken:
      rows.length > input.pageSize && last ? encodeCursor([last.publishedAt.toISOString(), last.id]) : "",
  };
}

/** The record when hash and signature hold; nobody is told of one that does not. */
function verifiedRecord(
  { recordText, sha256, signature, keyId }: Row,
  keys: KeySet,
): PublicationRecord | null {
  const record = JSON.parse(recordText) as PublicationRecord;
  if (verifyRecord({ record, sha256, signature, keyId }, keys).ok) return record;
  logger.error({ slug: record.slug }, "a published record does not verify; left out of the search");
  return null;
}

async function currentPublications(input: SearchClaimsInput): Promise<Row[]> {
  const at = decodeCursor(input.pageToken, 2);
  const where = [
    Prisma.sql`p.kind = 'publication'`,
    Prisma.sql`NOT EXISTS (SELECT 1 FROM publication later WHERE later.slug = p.slug AND later.version > p.version)`,
    ...(input.query?.trim()
      ? [
          Prisma.sql`to_tsvector('english', p."claimText" || ' ' || p.finding) @@ websearch_to_tsquery('english', ${input.query})`,
        ]
      : []),
    ...(input.languageCode ? [Prisma.sql`p."recordText"::jsonb ->> 'language' = ${input.languageCode}`] : []),
    ...(input.maxAgeDays
      ? [Prisma.sql`p."publishedAt" >= now() - make_interval(days => ${input.maxAgeDays})`]
      : []),
    ...(at ? [Prisma.sql`(p."publishedAt", p.id) < (${new Date(String(at[0]))}, ${String(at[1])})`] : []),
  ];
  return db().$queryRaw<Row[]>`
    SELECT p.id, p."recordText", p.sha256, p.signature, p."keyId", p."publishedAt" FROM publication p WHERE ${Prisma.join(where, " AND ")}
    ORDER BY p."publishedAt" DESC, p.id DESC LIMIT ${input.pageSize + 1} OFFSET ${input.offset ?? 0}`;
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
