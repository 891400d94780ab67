import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { claimReviewFeed, currentClaimReview } from "./claim-review-feed";
import { recordSha256 } from "./canonical";
import { aurusRecord } from "./fixtures/aurus-dossier";

/** Every type that we write, with its properties: schema.org, release 30. A new one is looked up before it is added. */
const known: Record<string, readonly string[]> = {
  Claim: ["appearance", "author", "datePublished"],
  ClaimReview: [
    ...["author", "claimReviewed", "correction", "dateModified", "datePublished", "inLanguage"],
    ...["itemReviewed", "reviewRating", "url"],
  ],
  CreativeWork: ["datePublished", "headline", "inLanguage", "publisher", "url"],
  DataFeed: ["dataFeedElement", "dateModified", "name", "url"],
  DataFeedItem: ["dateCreated", "dateModified", "item"],
  Organization: ["name", "url"],
  Rating: ["alternateName", "bestRating", "ratingExplanation", "ratingValue", "worstRating"],
  Thing: ["name"],
};

const record = aurusRecord({ correction: { class: "correction", reason: "A wrong figure." } });
const versions = [{ record, sha256: recordSha256(record), signature: "c2ln", keyId: "k" }];
const site = { name: "The Example Desk", url: "https://desk.example" };
const written = [currentClaimReview(versions, site.url), claimReviewFeed([versions], site)];

/** Every "Type.property" in a JSON-LD document, keywords left out. */
function pairsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(pairsOf);
  if (node === null || typeof node !== "object") return [];
  const type = (node as { "@type"?: string })["@type"];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name.startsWith("@") ? [] : [`${type}.${name}`]),
    ...pairsOf(value),
  ]);
}

test("every type and property of the markup and the feed is one that schema.org has", () => {
  const ours = new Set(
    Object.entries(known).flatMap(([type, names]) => names.map((name) => `${type}.${name}`)),
  );
  const pairs = pairsOf(written);
  expect(pairs.length).toBeGreaterThan(20);
  expect(pairs.filter((pair) => !ours.has(pair))).toEqual([]);
  expect([...ours].filter((pair) => !pairs.includes(pair))).toEqual([]);
});

/** Rows of a CSV with quoted cells, by its head line. */
function rowsOf(path: string): Record<string, string>[] {
  const cells: string[][] = [[]];
  for (const [, quoted, plain, end] of readFileSync(path, "utf8").matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    cells.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") cells.push([]);
  }
  const [head, ...rows] = cells as [string[], ...string[][]];
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

const release = `${process.env.BENCH_DATA_DIR ?? "../shared/data"}/schemaorg`;

test("our list agrees with schema.org's own release, where that lies beside the project", () => {
  if (!existsSync(release)) return;
  const list = (text: string | undefined) =>
    (text ?? "").split(", ").flatMap((iri) => iri.split("/").at(-1) || []);
  const columnOf = (file: string, column: string) =>
    new Map(
      rowsOf(`${release}/schemaorg-current-https-${file}.csv`).map((row) => [row.label, list(row[column])]),
    );
  const [types, domains] = [columnOf("types", "subTypeOf"), columnOf("properties", "domainIncludes")];
  const lineage = (type: string): string[] => [type, ...(types.get(type) ?? []).flatMap(lineage)];
  expect(types.size).toBeGreaterThan(800);
  const wrong = Object.entries(known).flatMap(([type, names]) =>
    names.filter(
      (name) => !types.has(type) || !domains.get(name)?.some((domain) => lineage(type).includes(domain)),
    ),
  );
  expect(wrong).toEqual([]);
});

test("the feed holds each verdict's review as its page does, and no retracted one", () => {
  const feed = claimReviewFeed([versions, []], site) as {
    dataFeedElement: { item: object[]; dateCreated: string }[];
  };
  expect(feed.dataFeedElement).toHaveLength(1);
  expect({ "@context": "https://schema.org", ...feed.dataFeedElement[0]!.item[0] }).toEqual(written[0]);
});
