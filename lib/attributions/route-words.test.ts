import { describe, expect, test } from "vitest";
import type { Dossier } from "../claims/dossier";
import {
  articleFixture as article,
  attributionFixture as edge,
  dossierFixture,
  evidenceFixture as evidence,
  originFixture as origin,
} from "../claims/dossier-fixture";
import { defaultRatings } from "../settings/ratings";
import { independence } from "./independence";
import { buildRoute, originInWords, routeInWords } from "./route-words";

const item = (articleId: string, over: Parameters<typeof evidence>[1] = {}) =>
  evidence(`e-${articleId}`, { articleId, ...over });
const articles = ["wire", "daily", "blog", "other"].map((id) =>
  article(id, { outlet: id === "blog" ? null : id, title: null }),
);
const registry = origin("registry", { name: "customs registry", kind: "dataset" });

function routeDossier(over: Partial<Dossier>): Dossier {
  return dossierFixture({ articles, origins: [registry], ...over });
}
const words = (over: Partial<Dossier>) => {
  const dossier = routeDossier(over);
  return routeInWords(dossier, independence({ ...dossier, side: null }));
};
const wireKnew = edge("wire", "cites", { origin: "registry" });
const dailyCredits = edge("daily", "cites", { article: "wire" });

describe("the route in words", () => {
  test("one known route, and an article without a source", () => {
    expect(
      words({
        evidence: [item("daily"), item("blog", { stance: "context" })],
        attributions: [wireKnew, dailyCredits],
      }),
    ).toBe(
      "One known route: customs registry → wire → daily. One article names no source, so it is not counted.",
    );
  });

  test("a chain goes on to what we read beside the side's evidence", () => {
    const appearance = { articleId: "daily", exact: "x", sentence: null };
    const dossier = {
      evidence: [item("wire")],
      attributions: [wireKnew, dailyCredits],
      claim: { ...dossierFixture().claim, appearance },
    };
    expect(words(dossier)).toBe("One known route: customs registry → wire → daily.");
  });

  test("articles that come the same way are named as adding nothing", () => {
    const attributions = [wireKnew, dailyCredits, edge("other", "republishes", { article: "wire" })];
    expect(words({ evidence: [item("daily"), item("other")], attributions })).toBe(
      "One known route: customs registry → wire → daily. One more article comes the same way, so it adds nothing.",
    );
  });

  test("two routes share nothing, own reporting is said so", () => {
    const attributions = [wireKnew, dailyCredits, edge("other", "own-reporting")];
    expect(words({ evidence: [item("daily"), item("other")], attributions })).toBe(
      "Two known routes that share nothing: customs registry → wire → daily; other itself.",
    );
  });

  test("nothing known counts nothing, and a source that leads nowhere is told apart from none", () => {
    const suggested = edge("other", "cites", { article: "wire" }, "suggested");
    const evidence = [item("daily"), item("blog"), item("other")];
    expect(words({ evidence, attributions: [dailyCredits, suggested] })).toBe(
      "No known route to an origin. One article names no source, so it is not counted. " +
        "One article leads back to wire, whose own source is not known, so it is not counted. " +
        "We do not know where one article got it, so it is not counted.",
    );
  });

  test("articles that are confirmed to credit somebody are never said to have it from nobody known", () => {
    const attributions = [dailyCredits, edge("other", "republishes", { article: "daily" })];
    expect(words({ evidence: [item("daily"), item("other")], attributions })).toBe(
      "No known route to an origin. " +
        "Two articles lead back to wire, whose own source is not known, so they are not counted.",
    );
  });

  test("whom a withheld article credits is not printed", () => {
    const evidence = [item("daily", { disclosure: "withheld" })];
    const route = buildRoute(routeDossier({ evidence, attributions: [dailyCredits] }), defaultRatings);
    expect(route.words).toBe(
      "No known route to an origin. Where one article has it from is not known, so it is not counted.",
    );
  });

  test("one article's origin", () => {
    const dossier = routeDossier({ attributions: [wireKnew, dailyCredits] });
    expect(originInWords(dossier, "daily")).toEqual({
      known: true,
      words: "customs registry → wire → daily",
    });
    expect(originInWords(dossier, "blog")).toEqual({ known: false, words: "origin unknown" });
    expect(originInWords(routeDossier({ attributions: [dailyCredits] }), "daily")).toEqual({
      known: false,
      words: "leads back to wire, whose own source is not known",
    });
  });
});

describe("the route to draw", () => {
  const build = (over: Partial<Dossier>) => buildRoute(routeDossier(over), defaultRatings);
  const place = (route: ReturnType<typeof build>) => route.nodes.map(({ id, column }) => `${id} ${column}`);

  test("arrows follow the information through three columns; a suggestion is not public", () => {
    const rewrite = edge("blog", "uncredited-rewrite", { article: "wire" }, "suggested");
    const route = build({
      evidence: [item("daily"), item("blog", { stance: "context" })],
      attributions: [
        dailyCredits,
        wireKnew,
        rewrite,
        edge("daily", "cites", { article: "other" }, "rejected"),
      ],
    });
    expect(place(route)).toEqual(["registry knew-first", "wire reported", "daily read", "blog read"]);
    expect(route.edges).toEqual([
      { from: "wire", to: "daily", label: "credits", known: true },
      { from: "registry", to: "wire", label: "credits", known: true },
    ]);
    expect(route.nodes.map(({ note }) => note)).toEqual([
      "dataset",
      "read by us",
      "credits: wire",
      "no source known",
    ]);
    expect(route.nodes.map((node) => node.what === "article" && node.unknown)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(route).toMatchObject({ side: "supports", count: 1 });
  });

  test("an article that is its own origin stands with whoever knew it first, also when others pass it on", () => {
    const evidence = [item("daily"), item("wire")];
    const own = edge("wire", "own-reporting");
    expect(place(build({ evidence, attributions: [dailyCredits, own] }))).toEqual([
      "wire knew-first",
      "daily read",
    ]);
    // What it has from elsewhere too shows where it stands.
    expect(place(build({ evidence, attributions: [dailyCredits, own, wireKnew] }))).toEqual([
      "registry knew-first",
      "wire reported",
      "daily read",
    ]);
  });

  test("the side follows the rating; no evidence is no side", () => {
    const verdict = { ...dossierFixture().verdict, rating: "disputed" };
    const both = [item("daily"), item("wire", { stance: "disputes" })];
    expect(build({ evidence: both, attributions: [wireKnew, dailyCredits], verdict })).toMatchObject({
      side: "disputes",
      count: 1,
    });
    expect(build({ evidence: [], attributions: [], verdict })).toMatchObject({
      side: null,
      count: 0,
      nodes: [],
      edges: [],
    });
  });

  test("relays that we did not read say so", () => {
    const relay = (over: Parameters<typeof article>[1]) =>
      build({
        articles: [article("wire", over), article("daily")],
        evidence: [item("daily")],
        attributions: [dailyCredits, wireKnew],
      }).nodes[1]?.note;
    expect(relay({ state: "mentioned" })).toBe("not read by us");
    expect(relay({ state: "failed", notObtainable: "No copy exists." })).toBe("could not be obtained");
  });

  test.each(["withheld", "described"] as const)(
    "nothing of a %s article or its way is printed",
    (disclosure) => {
      const secret = article("secret", { outlet: "Hidden Paper", title: "Hidden title" });
      const route = build({
        articles: [...articles, secret],
        origins: [registry, origin("insider", { name: "Jane Roe" })],
        evidence: [item("daily"), item("secret", { disclosure })],
        attributions: [wireKnew, dailyCredits, edge("secret", "cites", { origin: "insider" })],
      });
      expect(JSON.stringify(route)).not.toMatch(/secret|Hidden|insider|Roe/);
      expect(route.count).toBe(2);
      expect(route.words).toContain("; one that we do not show.");
      expect(route.nodes.at(-1)).toMatchObject({ id: "withheld-1", column: "read" });
    },
  );

  test("a source known to us alone is printed without a name", () => {
    const insider = origin("insider", { name: "Jane Roe", naming: "unnamed-known-to-us" });
    const route = build({
      origins: [insider],
      evidence: [item("daily")],
      attributions: [edge("daily", "cites", { origin: "insider" })],
    });
    expect(JSON.stringify(route)).not.toContain("Roe");
    expect(route.words).toBe("One known route: unnamed person → daily.");
  });
});
