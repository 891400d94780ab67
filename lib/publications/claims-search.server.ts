import "server-only";
import type { z } from "zod";
import { dayMs } from "../core/durations";
import { env } from "../core/env.server";
import type { PublicationRecord } from "./record";
import type { searchClaimsSchema } from "./search-schema";
import { searchVerdicts } from "./search-verdicts.server";

type SearchClaimsInput = z.output<typeof searchClaimsSchema>;

/**
 * Current publications by words, in Google's shape: a client of theirs works by changing the host. The same search as on
 * the readers' page, its care for misspelt words included.
 */
export async function searchClaims(input: SearchClaimsInput, now: Date) {
  const { host } = new URL(env().publicUrl);
  if (!isOurSite(input.reviewPublisherSiteFilter, env().publicUrl)) return { claims: [], nextPageToken: "" };
  const { items, older } = await searchVerdicts({
    query: input.query ?? "",
    filter: {
      language: input.languageCode || null,
      changedSince: input.maxAgeDays ? new Date(now.getTime() - input.maxAgeDays * dayMs) : null,
    },
    limit: input.pageSize,
    before: input.pageToken || undefined,
    // As theirs: an offset counts only where no page token does.
    skipped: input.pageToken ? 0 : (input.offset ?? 0),
  });
  const claims = items.flatMap(({ version, versions }) => {
    const record = versions[version - 1]?.record;
    return record?.kind === "publication" ? [asClaim(record, host)] : [];
  });
  return { claims, nextPageToken: older ?? "" };
}

/** A site may be named with or without "www." and port, and by a domain that it belongs to. */
function isOurSite(filter: string | undefined, publicUrl: string): boolean {
  const wanted = filter
    ?.trim()
    .toLowerCase()
    .replace(/^www\./, "");
  const { host, hostname } = new URL(publicUrl);
  return !wanted || wanted === host || hostname === wanted || hostname.endsWith(`.${wanted}`);
}

/**
 * A timestamp, as their shape has it. What is known to the day, or by a clock of no known zone, is that day at midnight
 * UTC, as theirs writes days: no hour is made up.
 */
function timestampOf(said: string): string {
  return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(said) ? said : `${said.slice(0, 10)}T00:00:00Z`;
}

function asClaim(record: PublicationRecord, site: string) {
  const { claim } = record;
  const claimDate = claim.saidAt ?? claim.appearance?.publishedAt ?? undefined;
  return {
    text: claim.text,
    ...(claim.claimant ? { claimant: claim.claimant } : {}),
    ...(claimDate ? { claimDate: timestampOf(claimDate) } : {}),
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
