import { nameKey } from "./name-key";
import type { PublicationRecord, RecordRoute, RecordSource } from "./record";
import { asLatin, foldText, foldWord, wordsOf } from "./search-words";

/**
 * What an outlet is to a verdict: where the claim appeared, who knew it first, who was told or shown it by a source, who
 * passed on what others reported, or just quoted.
 */
export const outletRoles = ["appearance", "origin", "told", "relay", "quoted"] as const;
export type OutletRole = (typeof outletRoles)[number];

export type NameKind = "topic" | "claimant" | "outlet";

/** A name that a verdict prints and that has a page of its own. */
export type PrintedName = { kind: NameKind; key: string; name: string; roles: OutletRole[] };

/** How many verdicts that stand have a rating; the label is the one last signed. */
export type RatingCount = { rating: string; label: string; count: number };

/** A month of the archive, `2023-07` in UTC, with its verdicts by rating. */
export type MonthCount = { month: string; ratings: RatingCount[] };

/** A name as its page shows it: as the newest verdict prints it, with the verdicts by rating. */
export type NamePage = { name: string; ratings: RatingCount[]; roles: { role: OutletRole; count: number }[] };

/** A name to browse by, and how many verdicts that stand print it. */
export type CountedName = { key: string; name: string; count: number };

/** The edition of these rules. Raise it when they change: rows of an older one are made again at the next start. */
export const listingRules = 2;

/** What lists and search know of a verdict: made from its signed record and nothing else. */
export type Listing = {
  slug: string;
  version: number;
  changedAt: string;
  language: string;
  rating: string;
  ratingLabel: string;
  rules: number;
  /** The text search configuration that stems its words. */
  config: "english" | "simple";
  /** Folded. */
  text: string;
  names: PrintedName[];
  /** Each word once, sorted, so that two who publish at once lock in one order. */
  vocabulary: { word: string; shown: string; near: string }[];
};

/** Texts of a record that a search looks into, in the order in which a reader should be shown where it was found. */
export function searchedTexts({ claim, finding, summary }: PublicationRecord): string[] {
  const { appearance } = claim;
  return [
    finding,
    claim.text,
    ...summary,
    claim.verbatim,
    appearance?.sentence ?? appearance?.exact,
    claim.place,
  ].filter((text): text is string => typeof text === "string" && text !== "");
}

/** The row of lists and search for the version of a verdict that stands. */
export function listingOf(record: PublicationRecord): Listing {
  const names = printedNames(record);
  const texts = [...searchedTexts(record), ...names.map(({ name }) => name)];
  return {
    slug: record.slug,
    version: record.version,
    changedAt: record.publishedAt,
    language: record.language,
    rating: record.rating.code,
    ratingLabel: record.rating.label,
    rules: listingRules,
    config: /^en\b/i.test(record.language) ? "english" : "simple",
    text: texts.map(foldText).join(" "),
    names,
    vocabulary: vocabularyOf(texts),
  };
}

/** The topics, claimant and outlets that a record prints, each under the key of its page. */
export function printedNames(record: PublicationRecord): PrintedName[] {
  const { topics, claimant } = record.claim;
  const named = (kind: NameKind, names: readonly (string | null)[]) =>
    names.flatMap((name): PrintedName[] =>
      name === null || name.trim() === "" ? [] : [{ kind, key: nameKey(name), name: name.trim(), roles: [] }],
    );
  const all = [...named("topic", topics), ...named("claimant", [claimant]), ...printedOutlets(record)];
  const byPage = new Map<string, PrintedName>();
  for (const one of all) {
    const page = `${one.kind} ${one.key}`;
    const known = byPage.get(page);
    const roles = outletRoles.filter((role) => known?.roles.includes(role) || one.roles.includes(role));
    byPage.set(page, { ...(known ?? one), roles });
  }
  return [...byPage.values()];
}

function printedOutlets({ claim, evidence, route }: PublicationRecord): PrintedName[] {
  const sources = evidence.flatMap(({ source }) => source ?? []);
  const read = new Set([...sources, ...(claim.appearance ? [claim.appearance] : [])].map((s) => s.articleId));
  const outlet = ({ outlet: name }: Pick<RecordSource, "outlet">, role: OutletRole): PrintedName[] =>
    name === null || name.trim() === ""
      ? []
      : [{ kind: "outlet", key: nameKey(name), name: name.trim(), roles: [role] }];
  return [
    ...(claim.appearance ? outlet(claim.appearance, "appearance") : []),
    ...sources.flatMap((source) => outlet(source, roleOnRoute(route, source.articleId))),
    ...(claim.appearance ? outlet(claim.appearance, roleOnRoute(route, claim.appearance.articleId)) : []),
    // Reports that somebody named and that are no evidence themselves: the route prints the outlet as their name.
    ...route.nodes
      .filter(({ id, what, column }) => what === "article" && column === "reported" && !read.has(id))
      .filter(({ id, name }) => !/^(?:unnamed|withheld)-\d+$/.test(id) && name !== "unnamed site")
      .flatMap(({ id, name }) => outlet({ outlet: name }, roleOnRoute(route, id))),
  ];
}

/**
 * Who has it from another report passes it on; who has it from a source was told or shown it; who has it from nobody and
 * is known to knew it first.
 */
function roleOnRoute({ nodes, edges }: RecordRoute, articleId: string): OutletRole {
  const node = nodes.find(({ id }) => id === articleId);
  if (node?.what !== "article") return "quoted";
  const before = edges.flatMap(({ from, to }) => (to === articleId ? [from] : []));
  const isOrigin = (id: string) => nodes.some((other) => other.id === id && other.what === "origin");
  if (before.length > 0) return before.every(isOrigin) ? "told" : "relay";
  if (node.unknown) return node.column === "reported" ? "relay" : "quoted";
  return "origin";
}

function vocabularyOf(texts: readonly string[]): Listing["vocabulary"] {
  const shown = new Map<string, string>();
  for (const text of texts) {
    for (const { word, start, end } of wordsOf(text)) {
      const isWord = !/\p{N}/u.test(word) && word.length >= 2 && word.length <= 40;
      if (isWord && !shown.has(word)) shown.set(word, inSmallLetters(text.slice(start, end)));
    }
  }
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, as]) => ({ word, shown: as, near: asLatin(word) }));
}

/** As printed, without what folding takes from the end: “Korea’s” is “korea”. */
function inSmallLetters(printed: string): string {
  const small = printed
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("\u00AD", "")
    .replace(/['’ʼ]s$/u, "");
  return foldWord(small) === foldWord(printed) ? small : foldWord(printed);
}
