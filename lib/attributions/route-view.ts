import type { Dossier, DossierArticle } from "../claims/dossier";
import type { RecordRoute } from "../publications/record";

export type RouteDossier = Pick<Dossier, "evidence" | "articles" | "origins" | "attributions"> & {
  claim: Pick<Dossier["claim"], "appearance">;
};

/** A route to draw: a record's, or the desk's, where what a rule suggests is drawn too and marked as such. */
export type DrawnRoute = Omit<RecordRoute, "nodes" | "edges"> & {
  nodes: (RecordRoute["nodes"][number] & { suggested?: true })[];
  edges: (RecordRoute["edges"][number] & { suggested?: true })[];
};

/** What somebody who reads a route may see of it. */
export type RouteView = {
  /** Articles that we read for this claim: its evidence, and where it appeared first. */
  read: ReadonlySet<string>;
  /** Articles that must not be recognised. */
  hidden: ReadonlySet<string>;
  nameOf: (id: string) => string;
  /** What it says is for the desk alone: the sentences of a record stay as they were signed. */
  isDesk: boolean;
};

/** Everything, for the desk. */
export function deskView(dossier: RouteDossier): RouteView {
  const names = new Map([
    ...dossier.articles.map((article) => [article.id, articleName(article)] as const),
    ...dossier.origins.map((origin) => [origin.id, origin.name] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? "unknown";
  return { read: readArticles(dossier), hidden: new Set(), nameOf, isDesk: true };
}

/** For readers: no article that is evidence only in withheld or described form, no name of a source that we protect. */
export function publicView(dossier: RouteDossier): RouteView {
  const open = new Set(
    dossier.evidence.filter((item) => item.disclosure === "public").map((item) => item.articleId),
  );
  const appearance = dossier.claim.appearance?.articleId;
  const hidden = new Set(
    dossier.evidence.map((item) => item.articleId).filter((id) => !open.has(id) && id !== appearance),
  );
  const protectedKinds = new Map(
    dossier.origins
      .filter((origin) => origin.naming === "unnamed-known-to-us")
      .map((origin) => [origin.id, origin.kind === "other" ? "source" : origin.kind]),
  );
  const desk = deskView(dossier);
  return {
    read: desk.read,
    hidden,
    isDesk: false,
    nameOf: (id) => {
      if (hidden.has(id)) return "a source that we do not name";
      const kind = protectedKinds.get(id);
      return kind ? `unnamed ${kind}` : desk.nameOf(id);
    },
  };
}

function readArticles(dossier: RouteDossier): Set<string> {
  const appearance = dossier.claim.appearance ? [dossier.claim.appearance.articleId] : [];
  return new Set([...dossier.evidence.map((item) => item.articleId), ...appearance]);
}

function articleName(article: DossierArticle): string {
  return article.outlet ?? article.title ?? "unnamed site";
}
