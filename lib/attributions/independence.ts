import type { AttributionType, DossierAttribution, DossierOrigin } from "../claims/dossier";
import type { Stance } from "../claims/vocabulary";
import type { Rating } from "../settings/ratings";
import { disjointChains, reachable } from "./disjoint-chains";

export type Side = "supports" | "disputes";

export type IndependenceInput = {
  evidence: readonly { articleId: string; stance: Stance }[];
  attributions: readonly DossierAttribution[];
  origins: readonly DossierOrigin[];
  /** The side the rating rests on; `null` takes the side with more evidence. */
  side: Side | null;
};

export type Independence = {
  /** `null` when there is neither a given side nor any evidence that takes one. */
  side: Side | null;
  count: number;
  /** Node ids of each counted chain, from origin to article; an article that reports itself is a chain of one. */
  chains: string[][];
  /** Origins (or articles that are their own) that this side's articles lead to, counted or not. */
  origins: { id: string; articleIds: string[] }[];
  /** This side's articles without a confirmed route to an origin. */
  unknown: string[];
  /** Confirmed attributions on the way from this side's articles to an origin, and those that tie two of them. */
  usedEdges: DossierAttribution[];
};

/** Information passed from the second to the first: a route leads along these. */
const upstream: ReadonlySet<AttributionType> = new Set(["cites", "republishes", "uncredited-rewrite"]);
/** Both drew on one thing: a route leads along these both ways, and the two never count twice. */
const sameMaterial: ReadonlySet<AttributionType> = new Set([
  "same-press-release",
  "same-dataset",
  "same-interview",
]);
/** Stands for every unnamed source that only a relay knows: nobody can tell that they are different people. */
const unnamedPool = "unnamed sources known only to a relay";

type SourceGraph = {
  ends: Set<string>;
  next: Map<string, string[]>;
  keys: Map<string, string[]>;
  /** Real ends of a node, pooled origins told apart. */
  originsOf: Map<string, string[]>;
};

/**
 * How many independent origins stand behind one side of a claim: the greatest number of chains from evidence to origin,
 * over confirmed attributions, that share no article, relay or origin (vertex-disjoint paths, after Menger). Articles
 * without a known route are listed as unknown and never add.
 */
export function independence(input: IndependenceInput): Independence {
  const side = input.side ?? sideWithMoreEvidence(input.evidence);
  const articleIds = [
    ...new Set(input.evidence.filter((item) => item.stance === side).map((item) => item.articleId)),
  ];
  const confirmed = input.attributions.filter((edge) => edge.status === "confirmed");
  const graph = sourceGraph(confirmed, input.origins);
  const routes = articleIds.map((id) => ({ id, seen: reachable([id], graph.next) }));
  const known = routes.filter(({ seen }) => [...seen].some((node) => graph.ends.has(node)));
  const chains = disjointChains({ ...graph, starts: known.map(({ id }) => id) });
  return {
    side,
    count: chains.length,
    chains: chains.map((chain) => namedEnd(chain, graph).reverse()),
    origins: originsReached(known, graph),
    unknown: routes.filter((route) => !known.includes(route)).map(({ id }) => id),
    usedEdges: edgesOnTheWay(confirmed, known, graph),
  };
}

/** The side with more pieces of evidence; a tie goes to `supports`; `null` when all is context. */
export function sideWithMoreEvidence(evidence: readonly { stance: Stance }[]): Side | null {
  const supports = evidence.filter((item) => item.stance === "supports").length;
  const disputes = evidence.filter((item) => item.stance === "disputes").length;
  if (supports + disputes === 0) return null;
  return disputes > supports ? "disputes" : "supports";
}

/** The side a rating rests on by the marks that fit it; `null` when both fit, no rating is set, or it is unknown. */
export function sideOfRating(ratingCode: string | null, ratings: readonly Rating[]): Side | null {
  const marks = ratings.find((rating) => rating.code === ratingCode)?.marks ?? [];
  const fitsConfirmed = marks.includes("confirmed");
  if (fitsConfirmed === marks.includes("disputed")) return null;
  return fitsConfirmed ? "supports" : "disputes";
}

function sourceGraph(confirmed: DossierAttribution[], origins: readonly DossierOrigin[]): SourceGraph {
  const pooled = new Set(
    origins
      .filter((origin) => origin.naming === "unnamed-known-to-relay" && origin.attestedById === null)
      .map((origin) => origin.id),
  );
  const graph: SourceGraph = {
    ends: new Set(),
    next: new Map(),
    keys: tiedArticles(confirmed),
    originsOf: new Map(),
  };
  for (const edge of confirmed) {
    const from = edge.fromArticleId;
    if (edge.toOriginId !== null) {
      const end = pooled.has(edge.toOriginId) ? unnamedPool : edge.toOriginId;
      graph.ends.add(end);
      append(graph.next, from, end);
      append(graph.originsOf, from, edge.toOriginId);
    } else if (edge.type === "own-reporting") {
      graph.ends.add(from);
      append(graph.originsOf, from, from);
    } else if (edge.toArticleId !== null && (upstream.has(edge.type) || sameMaterial.has(edge.type))) {
      append(graph.next, from, edge.toArticleId);
      if (sameMaterial.has(edge.type)) append(graph.next, edge.toArticleId, from);
    }
  }
  return graph;
}

/** Article → keys of the groups it belongs to; one group for each owner, press release, dataset or interview. */
function tiedArticles(confirmed: DossierAttribution[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  const ties = confirmed.filter((edge) => edge.type === "same-owner" || sameMaterial.has(edge.type));
  for (const type of new Set(ties.map((edge) => edge.type))) {
    const next = new Map<string, string[]>();
    for (const { type: own, fromArticleId, toArticleId } of ties) {
      if (own !== type || toArticleId === null || toArticleId === fromArticleId) continue;
      append(next, fromArticleId, toArticleId);
      append(next, toArticleId, fromArticleId);
    }
    const grouped = new Set<string>();
    for (const article of next.keys()) {
      if (grouped.has(article)) continue;
      for (const member of reachable([article], next)) {
        grouped.add(member);
        append(keys, member, `${type} ${article}`);
      }
    }
  }
  return keys;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key) ?? [];
  if (!list.includes(value)) lists.set(key, [...list, value]);
}

/** Puts a real origin at the end of a chain that ends in the pool. */
function namedEnd(chain: string[], graph: SourceGraph): string[] {
  if (chain.at(-1) !== unnamedPool) return chain;
  const relay = chain.at(-2) ?? "";
  const origin = (graph.originsOf.get(relay) ?? []).find((id) => !graph.ends.has(id));
  return [...chain.slice(0, -1), origin ?? unnamedPool];
}

type Route = { id: string; seen: Set<string> };

function originsReached(known: Route[], graph: SourceGraph): Independence["origins"] {
  const articles = new Map<string, string[]>();
  for (const { id, seen } of known) {
    for (const node of seen)
      for (const origin of graph.originsOf.get(node) ?? []) append(articles, origin, id);
  }
  return [...articles].map(([id, articleIds]) => ({ id, articleIds }));
}

function edgesOnTheWay(
  confirmed: DossierAttribution[],
  known: Route[],
  graph: SourceGraph,
): DossierAttribution[] {
  const seen = new Set(known.flatMap((route) => [...route.seen]));
  const back = new Map<string, string[]>();
  for (const [from, targets] of graph.next) for (const to of targets) append(back, to, from);
  const leadsOn = reachable([...graph.ends], back);
  const onTheWay = (node: string | null) => node !== null && seen.has(node) && leadsOn.has(node);
  return confirmed.filter(
    (edge) =>
      onTheWay(edge.fromArticleId) &&
      (edge.toOriginId !== null || edge.type === "own-reporting" || onTheWay(edge.toArticleId)),
  );
}
