import { embedPath, verdictPath } from "@/components/reader/reader-paths";
import { problemResponse } from "@/lib/core/api-answer.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { publicVerdict, type PublicVerdict } from "@/lib/publications/public-records.server";
import type { PublicationRecord } from "@/lib/publications/record";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { besideWords, standingOf } from "@/lib/publications/standing-notices";
import { ratedTitle } from "@/lib/publications/rated-title";
import { isPublication } from "@/lib/publications/verdict-versions";
import { isWithheld, withheldFailure } from "@/lib/publications/withheld";
import { xmlText } from "@/lib/publications/xml";
import { readerWords, spokenLanguage } from "@/lib/words/reader";
import { dataAnswer } from "../data-answers";
import { readerRoute } from "../reader-route";

export const dynamic = "force-dynamic";

const widest = 680;
const usualHeight = 340;

/** The slug of a verdict's address on this site, with or without a version number; null for any other address. */
function slugOfAddress(address: string, siteUrl: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(siteUrl).origin) return null;
  return /^\/verdicts\/([a-z0-9-]{1,120})(?:\/v\/\d+)?\/?$/.exec(url.pathname)?.[1] ?? null;
}

/** The given limit when it is a positive number, never more than `most`. */
function within(text: string | null, most: number): number {
  const asked = Number(text);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : most;
}

/** Rating and finding, after what stands beside them: "[Under review] Disputed: …". */
function titleOf(verdict: PublicVerdict, record: PublicationRecord, pub: PublicSite): string {
  const words = readerWords(spokenLanguage(record.language, pub.site.speaks));
  return `${besideWords(standingOf(verdict), words)}${ratedTitle(record)}`;
}

function richOf(verdict: PublicVerdict, record: PublicationRecord, pub: PublicSite, url: URL) {
  const { name, url: siteUrl } = pub.site;
  const width = within(url.searchParams.get("maxwidth"), widest);
  const height = within(url.searchParams.get("maxheight"), usualHeight);
  const title = titleOf(verdict, record, pub);
  const src = siteUrl + embedPath(record.slug);
  return {
    version: "1.0",
    type: "rich",
    title,
    author_name: record.publisher.name,
    author_url: siteUrl,
    provider_name: name,
    provider_url: siteUrl,
    url: siteUrl + verdictPath(record.slug),
    cache_age: 30,
    width,
    height,
    html: `<iframe src="${xmlText(src)}" title="${xmlText(title)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups"></iframe>`,
  };
}

/** oEmbed 1.0: 501 for another format than JSON, 451 for what is withheld, 404 for what is no verdict that holds. */
export const GET = readerRoute(async ({ url, pub }) => {
  const format = url.searchParams.get("format");
  if (format !== null && format !== "json") {
    const headers = apiHeaders({ publicUrl: pub.site.url, audience: "public" });
    return new Response("This endpoint answers in JSON only.\n", {
      status: 501,
      headers: { ...headers, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
  const slug = slugOfAddress(url.searchParams.get("url") ?? "", pub.site.url);
  const found = slug === null ? null : await publicVerdict(slug);
  const current = found?.ok ? found.value.versions.at(-1) : undefined;
  if (found?.ok && current && isPublication(current)) {
    return dataAnswer(
      pub,
      JSON.stringify(richOf(found.value, current.record, pub, url)),
      "application/json; charset=utf-8",
    );
  }
  if (current && isWithheld(current)) return problemResponse(withheldFailure(current));
  if (found && !found.ok && found.error.kind !== "not_found") return problemResponse(found.error);
  return problemResponse({
    kind: "not_found",
    code: "not-found",
    detail: "No verdict that holds stands at that address.",
  });
});
