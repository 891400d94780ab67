import type { Speech } from "../speech";

/**
 * Phrases that this program writes into a record in English: the signed words stay as they are, and a reader of another
 * language is told the same in it. The English ones are spelled as in `lib/attributions/route-words.ts`.
 */
export const recorded = ({ count }: Speech) => ({
  /** How one got it from another. */
  edges: {
    cites: "credits",
    republishes: "republishes",
    "uncredited-rewrite": "rewrites without credit",
    "same-press-release": "same press release",
    "same-dataset": "same dataset",
    "same-interview": "same interview",
    "same-owner": "same owner",
    "own-reporting": "saw for itself",
  },
  /** Below a name in the picture. */
  notes: {
    attested: "unnamed; an editor attests that it is separate",
    "known-to-us": "unnamed, known to us",
    "known-to-relay": "unnamed, known only to the relay",
    withheld: "withheld",
    read: "read by us",
    "not-obtained": "could not be obtained",
    "not-read": "not read by us",
    own: "own reporting",
    "no-source": "no source known",
    person: "person",
    organisation: "organisation",
    record: "record",
    dataset: "dataset",
    document: "document",
    recording: "recording",
  },
  /** Where a name would be. */
  names: {
    hidden: "a source that we do not name",
    source: "unnamed source",
    person: "unnamed person",
    organisation: "unnamed organisation",
    record: "unnamed record",
    dataset: "unnamed dataset",
    document: "unnamed document",
    recording: "unnamed recording",
    site: "unnamed site",
  },
  noRoute: "No known route to an origin.",
  routes: (routes: number) =>
    count(routes, { one: "# known route", other: "# known routes that share nothing" }),
  itself: (name: string) => `${name} itself`,
  notShown: (routes: number) =>
    count(routes, { one: "# that we do not show", other: "# that we do not show" }),
  sameWay: (articles: number) =>
    count(articles, {
      one: "# more article comes the same way, so it adds nothing.",
      other: "# more articles come the same way, so they add nothing.",
    }),
  sameOwner: (articles: number) =>
    count(articles, {
      one: "# more article is by an outlet of the same owner, so it adds nothing.",
      other: "# more articles are by outlets of the same owner, so they add nothing.",
    }),
  silent: (articles: number) =>
    count(articles, {
      one: "# article names no source, so it is not counted.",
      other: "# articles name no source, so they are not counted.",
    }),
  ledBack: (articles: number, names: string) =>
    count(articles, {
      one: "# article leads back to {names}, whose own source is not known, so it is not counted.",
      other: "# articles lead back to {names}, whose own source is not known, so they are not counted.",
    }).replace("{names}", () => names),
  unclear: (articles: number) =>
    count(articles, {
      one: "Where # article has it from is not known, so it is not counted.",
      other: "Where # articles have it from is not known, so they are not counted.",
    }),
});
