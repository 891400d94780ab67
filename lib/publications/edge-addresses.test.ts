import { describe, expect, it } from "vitest";
import {
  cardPath,
  embedPath,
  keyPath,
  monthPath,
  readerPaths,
  topicFeeds,
  verdictPath,
  versionPath,
} from "../../components/reader/reader-paths";
import { edgeAddressesOf, edgeAddressesOfPage } from "./edge-addresses";
import type { PublicationRecord } from "./record";

const record = (topics: string[], claimant: string | null) =>
  ({
    claim: { topics, claimant, appearance: { articleId: "a", outlet: "Le Monde" } },
    evidence: [],
    route: { nodes: [], edges: [] },
  }) as unknown as PublicationRecord;

const changed = {
  slug: "two-ferries",
  versions: [3, 2, 1],
  records: [record(["Trade & Ports"], "Ms Ü"), record(["Ferries"], "Ms Ü")],
  month: "2026-03",
};

describe("the addresses that a publication changes", () => {
  const all = edgeAddressesOf(changed, ["en", "uk"]);

  it("begin with the verdict, then its versions", () => {
    const { slug } = changed;
    expect(all.slice(0, 4)).toEqual([
      verdictPath(slug),
      ...[3, 2, 1].map((version) => versionPath(slug, version)),
    ]);
  });

  it.each([
    embedPath("two-ferries"),
    cardPath("two-ferries", 3),
    readerPaths.home,
    "/uk",
    readerPaths.corrections,
    "/uk/corrections",
    readerPaths.archive,
    monthPath("2026-03"),
    "/uk/archive/2026-03",
    ...Object.values(readerPaths.feeds),
    "/feeds/claimreview.json",
    "/sitemap.xml",
    "/sitemap-news.xml",
  ])("hold %s", (path) => {
    expect(all).toContain(path);
  });

  it("hold the pages of names of this version and of the one before, and the feeds of topics as they are spelled", () => {
    for (const key of ["trade-and-ports", "ferries"]) expect(all).toContain(keyPath("topic", key));
    expect(all).toContain(keyPath("claimant", "ms-ü"));
    expect(all).toContain(keyPath("outlet", "le-monde"));
    expect(all).toContain(`/uk${keyPath("outlet", "le-monde")}`);
    for (const { href } of topicFeeds("Trade & Ports")) expect(all).toContain(href);
  });

  it("are each there once, and none has a query", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => path.includes("?") || !path.startsWith("/"))).toEqual([]);
  });

  it("are there for a verdict of which no record is known", () => {
    expect(edgeAddressesOf({ slug: "x", versions: [], records: [], month: null }, [])).toContain(
      "/verdicts/x",
    );
  });
});

describe("the addresses that a signed page changes", () => {
  it("are its own in each language, its versions, and home", () => {
    const all = edgeAddressesOfPage("about", [1, 2], ["en", "uk"]);
    for (const path of ["/about", "/uk/about", "/about/v/1", "/uk/about/v/2", "/", "/sitemap.xml"])
      expect(all).toContain(path);
  });
});
