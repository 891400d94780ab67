import "server-only";
import { z } from "zod";
import { cursorOf } from "../core/cursor";
import { env } from "../core/env.server";
import type { PublicationRecord } from "./record";
import { searchVerdicts } from "./search-verdicts.server";

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
const dayMs = 24 * 60 * 60 * 1000;

type SearchClaimsInput = z.output<typeof searchClaimsSchema>;

/**
 * Current publications by words, in Google's shape: a client of theirs works by changing the host. The same search as on
 * the readers' page, its care for misspelt words included.
 */
export async function searchClaims(input: SearchClaimsInput, now: Date) {
  const { host, hostname } = new URL(env().publicUrl);
  const site = input.reviewPublisherSiteFilter?.toLowerCase();
  if (site && site !== host && site !== hostname) return { claims: [], nextPageToken: "" };
  const { items, older } = await searchVerdicts({
    query: input.query ?? "",
    filter: {
      language: input.languageCode || null,
      changedSince: input.maxAgeDays ? new Date(now.getTime() - input.maxAgeDays * dayMs) : null,
    },
    limit: input.pageSize,
    before: input.pageToken || undefined,
    skipped: input.offset ?? 0,
  });
  const claims = items.flatMap(({ version, versions }) => {
    const record = versions[version - 1]?.record;
    return record?.kind === "publication" ? [asClaim(record, host)] : [];
  });
  return { claims, nextPageToken: older ?? "" };
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
