import type { AttributionType } from "../claims/dossier";
import { capitalise } from "../core/capitalise";
import { inWords } from "./count-words";
import type { RouteDossier, RouteView } from "./route-view";

/** Who passed it on: an article leads back along these. */
const passedOn: ReadonlySet<AttributionType> = new Set(["cites", "republishes", "uncredited-rewrite"]);

/**
 * Ids of the articles at which the confirmed ways of an article end although nothing says who knew it there: the wire that
 * it credits and whose own source nobody has established. None when nothing of the kind is confirmed.
 */
export function lastKnown({ attributions }: Pick<RouteDossier, "attributions">, articleId: string): string[] {
  const onward = (id: string) =>
    attributions.flatMap(({ status, type, fromArticleId, toArticleId }) =>
      status === "confirmed" && passedOn.has(type) && fromArticleId === id && toArticleId
        ? [toArticleId]
        : [],
    );
  const seen = new Set([articleId]);
  for (const id of seen) for (const next of onward(id)) seen.add(next);
  return [...seen].filter((id) => id !== articleId && onward(id).length === 0);
}

/**
 * Why articles (ids) without a known route are not counted, one sentence a reason: they name no source, they lead back to
 * articles whose own source is not known (which are named, unless the view hides them), or nothing is confirmed yet.
 */
export function notCounted(dossier: RouteDossier, unknown: readonly string[], view: RouteView): string[] {
  const ledBackTo = new Map<string, number>();
  let [silent, unclear] = [0, 0];
  for (const id of unknown) {
    const ends = lastKnown(dossier, id);
    const isShown = ![id, ...ends].some((one) => view.hidden.has(one));
    if (namesNone(dossier, id)) silent += 1;
    else if (ends.length === 0 || !isShown) unclear += 1;
    else {
      const names = [...new Set(ends.map(view.nameOf))].join(" / ");
      ledBackTo.set(names, (ledBackTo.get(names) ?? 0) + 1);
    }
  }
  const articles = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `${one}, so it is not counted.` : `${many}, so they are not counted.`];
  const some = (count: number) => capitalise(inWords(count));
  return [
    ...articles(silent, "One article names no source", `${some(silent)} articles name no source`),
    ...[...ledBackTo].flatMap(([names, count]) => {
      const back = `back to ${names}, whose own source is not known`;
      return articles(count, `One article leads ${back}`, `${some(count)} articles lead ${back}`);
    }),
    ...(view.isDesk
      ? articles(
          unclear,
          "We do not know where one article got it",
          `We do not know where ${inWords(unclear)} articles got it`,
        )
      : articles(
          unclear,
          "Where one article has it from is not known",
          `Where ${inWords(unclear)} articles have it from is not known`,
        )),
  ];
}

/** Whether no words of the article lead to anybody: that a person found it to be a rewrite names no source of its own. */
function namesNone({ attributions }: RouteDossier, articleId: string): boolean {
  return !attributions.some(
    (edge) =>
      edge.fromArticleId === articleId &&
      edge.status !== "rejected" &&
      edge.type !== "uncredited-rewrite" &&
      edge.type !== "same-owner",
  );
}
