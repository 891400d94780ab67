import { cardPath } from "@/components/reader/reader-paths";
import { siteBeside } from "@/components/reader/reader-site";
import { cardAlt, shareCard, type CardFacts } from "@/components/reader/share-card";
import { apiHeaders } from "@/lib/core/security-headers";
import { logger } from "@/lib/core/log-problem.server";
import { drawable } from "@/lib/publications/card-text";
import { cardFonts } from "@/lib/publications/card-fonts.server";
import type { PublicVerdict } from "@/lib/publications/public-records.server";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type { PublicationRecord, SignedRecord } from "@/lib/publications/record";
import { standingOf } from "@/lib/publications/standing-notices";
import { isPublication } from "@/lib/publications/verdict-versions";
import { kindOf } from "@/lib/publications/withheld";
import { keptPage, type KeptAnswer } from "./kept-answers";
import { shortlyShared, storeBody } from "./stored-body";

type Covers = (character: string) => boolean;

/** The facts of a version's card as they can be drawn; `null` when a word of them has no glyphs here. */
function factsOf(
  pub: PublicSite,
  verdict: PublicVerdict,
  record: PublicationRecord,
  covers: Covers,
): CardFacts | null {
  const last = verdict.versions.at(-1);
  const isRetracted = last !== undefined && kindOf(last.record) === "retraction";
  const words = (text: string) => drawable(text, covers);
  const optional = (text: string | null) => (text === null ? null : words(text));
  const { rating, claim, label, language, version, publishedAt } = record;
  const { speaks } = siteBeside(pub.site, language);
  const [siteName, claimText] = [words(pub.site.name), words(claim.text)];
  const [ratingLabel, meaning] = [words(rating.label), words(rating.meaning)];
  const finding = words(record.finding);
  if (!siteName || !claimText || !finding || !ratingLabel || meaning === null) return null;
  return {
    siteName,
    host: new URL(pub.site.url).host,
    label: optional(label),
    language,
    speaks,
    rating: isRetracted ? null : { ...rating, label: ratingLabel, meaning },
    finding,
    claim: claimText,
    isVerbatim: claim.text === claim.verbatim,
    claimant: optional(claim.claimant),
    version,
    publishedAt,
    correction: record.correction?.class ?? null,
    retractedAt: isRetracted ? last.record.publishedAt : null,
    isSuperseded: last !== undefined && last.record.version !== version,
    notices: standingOf(verdict).map(({ kind }) => kind),
  };
}

/** The picture of a version for `og:image`, with its words; `null` when it cannot be drawn: the page does without. */
export async function cardImage(
  pub: PublicSite,
  verdict: PublicVerdict,
  { record }: SignedRecord<PublicationRecord>,
): Promise<{ url: string; alt: string } | null> {
  let facts: CardFacts | null;
  try {
    facts = factsOf(pub, verdict, record, (await cardFonts()).covers);
  } catch (error) {
    logger.error({ err: error }, "no fonts for the pictures of verdicts");
    return null;
  }
  if (!facts) return null;
  return {
    url: pub.site.url + cardPath(record.slug, record.version),
    alt: cardAlt(facts),
  };
}

/** The PNG of a version, drawn once for each state of it; `null` when there is none. */
export async function cardAnswer(
  pub: PublicSite,
  verdict: PublicVerdict,
  version: number,
): Promise<KeptAnswer | null> {
  const signed = verdict.versions.find(({ record }) => record.version === version);
  if (!signed || !isPublication(signed)) return null;
  const fonts = await cardFonts();
  const facts = factsOf(pub, verdict, signed.record, fonts.covers);
  if (!facts) return null;
  const name = `${pub.key} card ${signed.sha256} ${facts.rating === null} ${facts.isSuperseded} ${facts.notices.join(",")}`;
  const body = await keptPage(name, async () => storeBody(await fonts.render(shareCard(facts, fonts))));
  const headers = apiHeaders({ publicUrl: pub.site.url, audience: "public" });
  return {
    body,
    status: 200,
    headers: { ...headers, "Content-Type": "image/png", "Cache-Control": shortlyShared },
  };
}
