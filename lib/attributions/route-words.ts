import type {
  AttributionType,
  Dossier,
  DossierArticle,
  DossierAttribution,
  DossierOrigin,
} from "../claims/dossier";
import type { RecordRoute, RouteNode } from "../publications/record";
import type { Rating } from "../settings/ratings";
import { capitalise } from "../core/capitalise";
import { inWords } from "./count-words";
import { independence, sideOfRating, sideWithMoreEvidence } from "./independence";
import type { Independence } from "./independence";
import { lastKnown, notCounted } from "./not-counted";
import { deskView, publicView } from "./route-view";
import type { DrawnRoute, RouteDossier, RouteView } from "./route-view";

const edgeLabels: Record<AttributionType, string> = {
  cites: "credits",
  republishes: "republishes",
  "uncredited-rewrite": "rewrites without credit",
  "same-press-release": "same press release",
  "same-dataset": "same dataset",
  "same-interview": "same interview",
  "same-owner": "same owner",
  "own-reporting": "saw for itself",
};

/** The route for the desk, with every name: see `routeWords`. */
export function routeInWords(dossier: RouteDossier, found: Independence): string {
  return routeWords(dossier, found, deskView(dossier));
}

/** Where one article has it from, for its line on the desk. */
export function originInWords(dossier: RouteDossier, articleId: string): { known: boolean; words: string } {
  const evidence = [{ articleId, stance: "supports" as const }];
  const [chain] = independence({ ...dossier, evidence, side: "supports" }).chains;
  const view = deskView(dossier);
  if (chain) return { known: true, words: chainInWords(chain, view) };
  const from = lastKnown(dossier, articleId);
  if (from.length === 0) return { known: false, words: "origin unknown" };
  return {
    known: false,
    words: `leads back to ${from.map(view.nameOf).join(" / ")}, whose own source is not known`,
  };
}

/**
 * The route as a reader sees it, in words and ready to draw. Arrows follow the information. Articles behind withheld or
 * merely described evidence appear without name, id or source; sources known to us alone without their name.
 */
export function buildRoute(dossier: Dossier, ratings: readonly Rating[]): RecordRoute {
  const found = independence({ ...dossier, side: sideOfRating(dossier.verdict.rating, ratings) });
  const view = publicView(dossier);
  const edges = visibleEdges(dossier, view, new Set(["confirmed"]));
  return {
    side: sideWithMoreEvidence(dossier.evidence) && found.side,
    count: found.count,
    words: routeWords(dossier, found, view),
    nodes: [...originNodes(dossier, edges, view), ...articleNodes(dossier, edges, view)],
    edges: edges.map(({ from, to, edge }) => ({
      from,
      to,
      label: edgeLabels[edge.type],
      known: true,
    })),
  };
}

/** The same for the desk: every name, and what a rule suggests, marked so; the count and the words leave it out. */
export function buildDeskRoute(dossier: Dossier, ratings: readonly Rating[]): DrawnRoute {
  const found = independence({ ...dossier, side: sideOfRating(dossier.verdict.rating, ratings) });
  const view = deskView(dossier);
  const edges = visibleEdges(dossier, view, new Set(["confirmed", "suggested"]));
  const confirmed = edges.filter(({ edge }) => edge.status === "confirmed");
  const sure = new Set([...view.read, ...confirmed.flatMap(({ from, to }) => [from, to])]);
  const nodes = [...originNodes(dossier, edges, view), ...articleNodes(dossier, edges, view)];
  return {
    side: sideWithMoreEvidence(dossier.evidence) && found.side,
    count: found.count,
    words: routeWords(dossier, found, view),
    nodes: nodes.map((node) => (sure.has(node.id) ? node : { ...node, suggested: true })),
    edges: edges.map(({ from, to, edge }) =>
      edge.status === "confirmed"
        ? { from, to, label: edgeLabels[edge.type], known: true }
        : { from, to, label: `${edgeLabels[edge.type]}, suggested`, known: false, suggested: true },
    ),
  };
}

/**
 * Counted chains, articles that come the same way, and articles that are not counted because their source is unknown.
 * Articles that take no side are named at the end of a chain that they continue.
 */
function routeWords(dossier: RouteDossier, found: Independence, view: RouteView): string {
  const shown = found.chains.filter((chain) => !chain.some((id) => view.hidden.has(id)));
  const taken = new Set(found.chains.flat());
  const routes = shown.map((chain) => chainInWords(continued(chain, dossier, view, taken), view));
  const withheld = found.chains.length - shown.length;
  if (withheld > 0)
    routes.push(withheld === 1 ? "one that we do not show" : `${inWords(withheld)} that we do not show`);
  const lead =
    found.count === 0
      ? "No known route to an origin."
      : found.count === 1
        ? `One known route: ${routes.join("; ")}.`
        : `${capitalise(inWords(found.count))} known routes that share nothing: ${routes.join("; ")}.`;
  const others = [...view.read].filter(
    (id) => !found.unknown.includes(id) && !originInWords(dossier, id).known,
  );
  const rest = notCounted(dossier, [...found.unknown, ...others], view);
  return [lead, ...sameWay(dossier, found, taken), ...rest].join(" ");
}

function chainInWords(chain: string[], view: RouteView): string {
  const names = chain.map((id) => view.nameOf(id));
  return names.length === 1 ? `${names[0]} itself` : names.join(" → ");
}

/** Follows the information on to articles that we read and that are on no side's count. */
function continued(chain: string[], dossier: RouteDossier, view: RouteView, taken: Set<string>): string[] {
  const sided = new Set(
    dossier.evidence.filter((item) => item.stance !== "context").map((item) => item.articleId),
  );
  const longer = [...chain];
  for (;;) {
    const last = longer.at(-1);
    const next = dossier.attributions.find(
      ({ status, toArticleId, toOriginId, fromArticleId: from }) =>
        status === "confirmed" &&
        toOriginId === null &&
        toArticleId === last &&
        view.read.has(from) &&
        !view.hidden.has(from) &&
        !sided.has(from) &&
        !taken.has(from),
    );
    if (!next) return longer;
    taken.add(next.fromArticleId);
    longer.push(next.fromArticleId);
  }
}

function sameWay(dossier: RouteDossier, found: Independence, taken: ReadonlySet<string>): string[] {
  const onSide = dossier.evidence.filter((item) => item.stance === found.side).map((item) => item.articleId);
  const more = new Set(onSide.filter((id) => !taken.has(id) && !found.unknown.includes(id)));
  const owned = [...more].filter((id) => sharesOwner(dossier, id, taken)).length;
  const alike = more.size - owned;
  const sentences: string[] = [];
  if (alike === 1) sentences.push("One more article comes the same way, so it adds nothing.");
  if (alike > 1)
    sentences.push(`${capitalise(inWords(alike))} more articles come the same way, so they add nothing.`);
  if (owned === 1) sentences.push("One more article is by an outlet of the same owner, so it adds nothing.");
  if (owned > 1)
    sentences.push(
      `${capitalise(inWords(owned))} more articles are by outlets of the same owner, so they add nothing.`,
    );
  return sentences;
}

function sharesOwner(dossier: RouteDossier, id: string, taken: ReadonlySet<string>): boolean {
  return dossier.attributions.some(
    ({ type, status, fromArticleId: from, toArticleId: to }) =>
      type === "same-owner" &&
      status === "confirmed" &&
      to !== null &&
      ((from === id && taken.has(to)) || (to === id && taken.has(from))),
  );
}

type VisibleEdge = { from: string; to: string; edge: DossierAttribution };

/**
 * Edges upstream of what we read. A rule's suggestion is for the desk: nothing of it is public before a person has
 * confirmed it, so a reader's route asks for confirmed ones alone.
 */
function visibleEdges(
  dossier: Dossier,
  view: RouteView,
  statuses: ReadonlySet<DossierAttribution["status"]>,
): VisibleEdge[] {
  const candidates = dossier.attributions.flatMap((edge): VisibleEdge[] => {
    const from = edge.toOriginId ?? edge.toArticleId;
    const to = edge.fromArticleId;
    const isDrawn = statuses.has(edge.status) && edge.type !== "same-owner";
    if (!isDrawn || from === null || from === to || view.hidden.has(from) || view.hidden.has(to)) return [];
    return [{ from, to, edge }];
  });
  const drawn = new Set([...view.read].filter((id) => !view.hidden.has(id)));
  for (const id of drawn) for (const { from, to } of candidates) if (to === id) drawn.add(from);
  const kept = candidates
    .filter(({ from, to }) => drawn.has(from) && drawn.has(to))
    .sort((a, b) => Number(b.edge.status === "confirmed") - Number(a.edge.status === "confirmed"));
  return kept.filter((one) => one === kept.find(({ from, to }) => from === one.from && to === one.to));
}

/** It counts by itself, so readers are told on whose word. */
const attestedNote = "unnamed; an editor attests that it is separate";

function originNodes(dossier: Dossier, edges: VisibleEdge[], view: RouteView): RouteNode[] {
  const notes: Record<DossierOrigin["naming"], string> = {
    named: "",
    "unnamed-known-to-us": "unnamed, known to us",
    "unnamed-known-to-relay": "unnamed, known only to the relay",
  };
  const names = new Map(dossier.origins.map(({ id, name }) => [id, name]));
  return dossier.origins
    .filter(({ id }) => edges.some(({ from }) => from === id))
    .map(({ id, naming, primary, kind, attestedById, interests }) => ({
      id,
      name: view.nameOf(id),
      note: attestedById ? attestedNote : notes[naming] || (kind === "other" ? "" : kind),
      column: "knew-first",
      what: "origin",
      naming,
      primary,
      // Of a source whose name we keep, its interests could tell it.
      ...(interests && view.nameOf(id) === names.get(id) ? { interests: { ...interests } } : {}),
    }));
}

function articleNodes(dossier: Dossier, edges: VisibleEdge[], view: RouteView): RouteNode[] {
  let withheld = 0;
  return dossier.articles.flatMap((article): RouteNode[] => {
    const { id } = article;
    if (view.hidden.has(id)) {
      withheld += 1;
      const place = { name: view.nameOf(id), note: "withheld", column: "read" } as const;
      return [{ id: `withheld-${withheld}`, ...place, what: "article", unknown: false }];
    }
    const passesOn = edges.some((one) => one.from === id && one.edge.status === "confirmed");
    if (!view.read.has(id) && !edges.some((one) => one.from === id)) return [];
    const unknown = !originInWords(dossier, id).known;
    const isRelay = passesOn || !view.read.has(id);
    const knew = isOwnReporting(dossier, id) && !edges.some((one) => one.to === id);
    const column = knew ? "knew-first" : isRelay ? "reported" : "read";
    const note = isRelay && !knew ? relayNote(article) : sourceNote(dossier, id, edges, view);
    return [{ id, name: view.nameOf(id), note, column, what: "article", unknown }];
  });
}

function relayNote(article: DossierArticle): string {
  if (article.state === "captured") return "read by us";
  return article.notObtainable ? "could not be obtained" : "not read by us";
}

function sourceNote(dossier: Dossier, id: string, edges: VisibleEdge[], view: RouteView): string {
  const known = edges.find(({ to, edge }) => to === id && edge.status === "confirmed");
  if (known) return `${edgeLabels[known.edge.type]}: ${view.nameOf(known.from)}`;
  if (isOwnReporting(dossier, id)) return "own reporting";
  return edges.some(({ to }) => to === id) ? "source suggested" : "no source known";
}

function isOwnReporting({ attributions }: Dossier, articleId: string): boolean {
  return attributions.some(
    ({ type, status, fromArticleId }) =>
      type === "own-reporting" && status === "confirmed" && fromArticleId === articleId,
  );
}
