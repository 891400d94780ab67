import type { Dossier } from "../claims/dossier";
import type { RecordRoute, RouteNode } from "./record";

const nameless = "A source we do not name";

/**
 * Ids of articles and origins that a reader must not learn of: those of described or withheld evidence, and whatever
 * is known only through them, unless public evidence or the claim's appearance leads there too. What nobody decided yet
 * may lead from a source that is concealed, and leads nowhere from one that is open.
 */
export function concealedIds(dossier: Dossier): ReadonlySet<string> {
  const isPublic = (disclosure: string) => disclosure === "public";
  const open = dossier.evidence.filter((item) => isPublic(item.disclosure)).map((item) => item.articleId);
  if (dossier.claim.appearance) open.push(dossier.claim.appearance.articleId);
  const closed = dossier.evidence.filter((item) => !isPublic(item.disclosure)).map((item) => item.articleId);
  const shown = reachable(dossier, open, (status) => status === "confirmed");
  return new Set(
    [...reachable(dossier, closed, (status) => status !== "rejected")].filter((id) => !shown.has(id)),
  );
}

/**
 * The route as it may be printed: concealed nodes keep their place, column and arrows, and lose their id, name, note and
 * interests; their outlets and names are taken out of the words. Node ids are, or end in, an article's or origin's id.
 */
export function concealRoute(route: RecordRoute, dossier: Dossier): RecordRoute {
  const concealed = concealedIds(dossier);
  const isConcealed = (id: string) => [...concealed].some((secret) => id === secret || endsIn(id, secret));
  const aliases = new Map<string, string>();
  for (const { id } of route.nodes) if (isConcealed(id)) aliases.set(id, `unnamed-${aliases.size + 1}`);
  const secrets = secretNames(dossier, concealed);
  const alias = (id: string) => aliases.get(id) ?? id;
  return {
    side: route.side,
    count: route.count,
    words: withoutNames(route.words, secrets),
    nodes: route.nodes.map((node) => {
      const isHidden = aliases.has(node.id);
      return {
        id: alias(node.id),
        name: isHidden ? nameless : node.name,
        note: isHidden ? "" : withoutNames(node.note, secrets),
        column: node.column,
        ...whatOf(node),
        ...(isHidden ? {} : interestsOf(node, secrets)),
      };
    }),
    edges: route.edges.map((edge) => ({
      from: alias(edge.from),
      to: alias(edge.to),
      label: withoutNames(edge.label, secrets),
      known: edge.known,
    })),
  };
}

function whatOf(node: RouteNode) {
  return node.what === "origin"
    ? { what: node.what, naming: node.naming, primary: node.primary }
    : { what: node.what, unknown: node.unknown };
}

/** What an origin that readers are told of gains by what it says; of a concealed one it could tell who that is. */
function interestsOf(node: RouteNode, secrets: readonly string[]) {
  if (node.what !== "origin" || !node.interests) return {};
  const { words, source } = node.interests;
  return { interests: { words: withoutNames(words, secrets), source: withoutNames(source, secrets) } };
}

type EdgeStatus = Dossier["attributions"][number]["status"];

function reachable(
  dossier: Dossier,
  start: readonly string[],
  leads: (status: EdgeStatus) => boolean,
): Set<string> {
  const seen = new Set(start);
  // A Set grows while it is walked: each id is visited once.
  for (const id of seen) {
    for (const edge of dossier.attributions) {
      if (edge.fromArticleId !== id || !leads(edge.status)) continue;
      if (edge.toArticleId) seen.add(edge.toArticleId);
      if (edge.toOriginId) seen.add(edge.toOriginId);
    }
  }
  return seen;
}

function endsIn(id: string, secret: string): boolean {
  return id.endsWith(secret) && /[^\p{L}\p{N}]/u.test(id.charAt(id.length - secret.length - 1));
}

/** Names that only concealed sources bear, longest first, so that a name inside another is not left half. */
function secretNames(dossier: Dossier, concealed: ReadonlySet<string>): string[] {
  const names = (isHidden: boolean) => [
    ...dossier.articles
      .filter(({ id }) => concealed.has(id) === isHidden)
      .flatMap(({ outlet, title, url, byline, conversation }) => [
        ...[outlet, title, url, byline],
        ...[conversation?.who ?? null, conversation?.notesBy ?? null],
      ]),
    ...dossier.origins.filter(({ id }) => concealed.has(id) === isHidden).map(({ name }) => name),
  ];
  const open = new Set(names(false));
  return names(true)
    .filter((name): name is string => name !== null && name.trim() !== "" && !open.has(name))
    .sort((a, b) => b.length - a.length);
}

function withoutNames(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, name) => rest.replaceAll(name, nameless.toLowerCase()), text);
}
