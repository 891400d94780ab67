import { describe, expect, test } from "vitest";
import {
  articleFixture as article,
  attributionFixture as edge,
  dossierFixture,
  evidenceFixture as evidence,
  originFixture as origin,
} from "../claims/dossier-fixture";
import { defaultRatings } from "../settings/ratings";
import { buildDeskRoute, buildRoute } from "./route-words";

const dossier = dossierFixture({
  evidence: [evidence("e1", { articleId: "daily" }), evidence("e2", { articleId: "blog" })],
  articles: ["daily", "blog", "wire", "rumour"].map((id) =>
    article(id, { outlet: id, state: id === "daily" || id === "blog" ? "captured" : "mentioned" }),
  ),
  origins: [origin("registry", { name: "registry" }), origin("guess", { name: "a guess" })],
  attributions: [
    edge("daily", "cites", { article: "wire" }),
    edge("wire", "cites", { origin: "registry" }),
    edge("blog", "cites", { article: "rumour" }, "suggested"),
    edge("rumour", "cites", { origin: "guess" }, "suggested"),
    edge("blog", "uncredited-rewrite", { article: "daily" }, "suggested"),
    edge("daily", "cites", { origin: "guess" }, "rejected"),
  ],
});

describe("what a rule suggests", () => {
  const desk = buildDeskRoute(dossier, defaultRatings);
  const reader = buildRoute(dossier, defaultRatings);

  test("is on the desk's picture, marked, with the articles and origins that only it leads to", () => {
    const suggested = desk.edges.filter((one) => one.suggested);
    expect(suggested.map(({ from, to, label }) => [from, to, label])).toEqual([
      ["rumour", "blog", "credits, suggested"],
      ["guess", "rumour", "credits, suggested"],
      ["daily", "blog", "rewrites without credit, suggested"],
    ]);
    expect(
      desk.nodes
        .filter((node) => node.suggested)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["guess", "rumour"]);
    expect(desk.nodes.find(({ id }) => id === "rumour")?.column).toBe("reported");
  });

  test("is what a box says into which only such arrows lead; a reader's box has none and says so", () => {
    expect(desk.nodes.find(({ id }) => id === "blog")?.note).toBe("source suggested");
    expect(reader.nodes.find(({ id }) => id === "blog")?.note).toBe("no source known");
  });

  test("is never on the reader's, and never in the words or the count of either", () => {
    expect(JSON.stringify(reader)).not.toMatch(/suggested|rumour|guess/);
    // The desk says the last sentence in words of its own; what is signed keeps those it has.
    expect(reader.words).toMatch(/ Where one article has it from is not known, so it is not counted\.$/);
    expect(desk.words).toBe(
      reader.words.replace(
        "Where one article has it from is not known",
        "We do not know where one article got it",
      ),
    );
    expect(desk.count).toBe(1);
  });

  test("that was rejected is on neither", () => {
    const hasRejected = (route: typeof desk) =>
      route.edges.some(({ from, to }) => from === "guess" && to === "daily");
    expect([hasRejected(desk), hasRejected(reader)]).toEqual([false, false]);
  });
});

test("articles of one owner are said to add nothing because of it", () => {
  const own = dossierFixture({
    attributions: [
      edge("article-e1", "own-reporting"),
      edge("article-e2", "own-reporting"),
      edge("article-e1", "same-owner", { article: "article-e2" }),
    ],
  });
  expect(buildRoute(own, defaultRatings)).toMatchObject({
    count: 1,
    words: expect.stringContaining("One more article is by an outlet of the same owner, so it adds nothing."),
  });
});

test("readers are told when an unnamed source counts by itself on an editor's word", () => {
  const attested = dossierFixture({
    origins: [origin("log", { naming: "unnamed-known-to-relay", attestedById: "editor" })],
  });
  const [node] = buildRoute(attested, defaultRatings).nodes;
  expect(node).toMatchObject({ id: "log", note: "unnamed; an editor attests that it is separate" });
});
