import type { Dossier } from "../claims/dossier";
import { writeUpSentences } from "../verdicts/write-up";

/** Attributions by which an article has its words or facts from another one. */
export const leaningTypes = ["cites", "republishes", "uncredited-rewrite"] as const;

type Edge = Pick<Dossier["attributions"][number], "type" | "status" | "fromArticleId" | "toArticleId">;

const leadsUpstream = (edge: Edge): edge is Edge & { toArticleId: string } =>
  edge.status === "confirmed" &&
  edge.toArticleId !== null &&
  edge.toArticleId !== edge.fromArticleId &&
  (leaningTypes as readonly string[]).includes(edge.type);

/**
 * Every article that has something from `rootId`, with the shortest way there over confirmed attributions: the article
 * first, the root last. The root itself is a way of one.
 */
export function waysTo(rootId: string, attributions: readonly Edge[]): Map<string, string[]> {
  const ways = new Map([[rootId, [rootId]]]);
  const edges = attributions.filter(leadsUpstream);
  for (const [articleId, way] of ways) {
    for (const { fromArticleId, toArticleId } of edges)
      if (toArticleId === articleId && !ways.has(fromArticleId))
        ways.set(fromArticleId, [fromArticleId, ...way]);
  }
  return ways;
}

/**
 * The articles that fall with `rootId`: itself, and those that have everything they are known to have from fallen ones.
 * An article with a route of its own (another source, its own reporting) stands.
 */
export function fallenWith(rootId: string, attributions: readonly Edge[]): Set<string> {
  const fallen = new Set([rootId]);
  const confirmed = attributions.filter(({ status }) => status === "confirmed");
  const candidates = new Set(confirmed.filter(leadsUpstream).map(({ fromArticleId }) => fromArticleId));
  for (let grew = true; grew;) {
    grew = false;
    for (const id of candidates) {
      if (fallen.has(id)) continue;
      const own = confirmed.filter((edge) => edge.fromArticleId === id);
      const stands = own.some((edge) =>
        leadsUpstream(edge)
          ? !fallen.has(edge.toArticleId)
          : edge.toArticleId === null || edge.type === "own-reporting",
      );
      if (!stands) {
        fallen.add(id);
        grew = true;
      }
    }
  }
  return fallen;
}

/** The claim as it would be known had the articles never been read: without their evidence, routes and figures. */
export function withoutArticles(dossier: Dossier, articleIds: ReadonlySet<string>): Dossier {
  const evidence = dossier.evidence.filter((item) => !articleIds.has(item.articleId));
  const figures = new Set(
    [...dossier.claim.figures, ...evidence.flatMap((item) => item.figures)].map(({ id }) => id),
  );
  const gone = new Set(dossier.evidence.filter((item) => articleIds.has(item.articleId)).map(({ id }) => id));
  return {
    ...dossier,
    verdict: { ...dossier.verdict, writeUp: withoutCitations(dossier.verdict.writeUp, gone) },
    evidence,
    attributions: dossier.attributions.filter(
      ({ fromArticleId, toArticleId }) =>
        !articleIds.has(fromArticleId) && !(toArticleId !== null && articleIds.has(toArticleId)),
    ),
    comparisons: dossier.comparisons.filter(({ a, b }) => figures.has(a) && figures.has(b)),
  };
}

function withoutCitations(text: string, evidenceIds: ReadonlySet<string>): string {
  return text.replace(/\[\^([^\]\s]+)\]/gu, (whole, id: string) => (evidenceIds.has(id) ? "" : whole));
}

/** A sentence that cites evidence, and whether it would cite nothing if that fell. */
export type LeaningSentence = { text: string; evidenceIds: string[]; alone: boolean };

/**
 * The sentences of a write-up and its short points that cite any of this evidence, in order. `alone`: all that they cite is
 * of `fallingIds`, the evidence that falls with the source; evidence that leans on it may have another route too. One that
 * stands in both is told once, with what either cites.
 */
export function leaningSentences(
  verdict: { writeUp: string; summary: readonly string[] },
  evidenceIds: ReadonlySet<string>,
  fallingIds: ReadonlySet<string> = evidenceIds,
): LeaningSentence[] {
  const cited = new Map<string, Set<string>>();
  for (const part of [...verdict.summary, verdict.writeUp])
    for (const { text, citations } of writeUpSentences(part))
      cited.set(text, new Set([...(cited.get(text) ?? []), ...citations]));
  return [...cited].flatMap(([text, ids]) => {
    const leaning = [...ids].filter((id) => evidenceIds.has(id));
    const alone = [...ids].every((id) => fallingIds.has(id));
    return leaning.length > 0 ? [{ text, evidenceIds: leaning, alone }] : [];
  });
}
