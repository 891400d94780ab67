import { describe, expect, it } from "vitest";
import type { Dossier, DossierArticle, DossierEvidence } from "../claims/dossier";
import {
  articleFixture,
  attributionFixture,
  evidenceFixture,
  originFixture,
} from "../claims/dossier-fixture";
import { decisiveDoubts } from "./decisive-doubts";

type Case = {
  item?: Partial<DossierEvidence>;
  article?: Partial<DossierArticle>;
  attributions?: Dossier["attributions"];
  appearance?: string;
};

/** What is said of one decisive piece of evidence, from the article a1. */
function said({ item, article, attributions = [], appearance }: Case): string | undefined {
  return decisiveDoubts({
    claim: {
      appearance: appearance ? { articleId: appearance, exact: "x", sentence: null } : null,
    } as Dossier["claim"],
    evidence: [evidenceFixture("e1", { articleId: "a1", decisive: { reason: "The original." }, ...item })],
    articles: [articleFixture("a1", article), articleFixture("wire", { outlet: "Wire" })],
    origins: [originFixture("o1", { name: "Customs data" })],
    attributions,
  })[0]?.words;
}

describe("decisive evidence", () => {
  const cites = attributionFixture("a1", "cites", { article: "wire" });
  const fromData = attributionFixture("a1", "same-dataset", { origin: "o1" });
  const own = attributionFixture("a1", "own-reporting");
  const where = "is from where the claim itself appeared";
  const unknown = "is from an article whose own source is not known";

  it.each<[string, Case, string | undefined]>([
    ["where the claim appeared", { appearance: "a1", attributions: [own] }, where],
    ["the report in which the claim appeared", { appearance: "a1", article: { kind: "report" } }, where],
    ["of another article than the claim's", { appearance: "a2", attributions: [own] }, undefined],
    ["a relay", { attributions: [cites] }, "is from an article that has it from Wire"],
    [
      "of several sources",
      { attributions: [cites, fromData, { ...cites, id: "twice", type: "republishes" }] },
      "is from an article that has it from Wire and Customs data",
    ],
    ["a source only suggested", { attributions: [{ ...cites, status: "suggested" }] }, unknown],
    ["nothing known", {}, unknown],
    ["of one owner with another", { attributions: [{ ...cites, type: "same-owner" }] }, unknown],
    ["own reporting", { attributions: [own] }, undefined],
    ["a report made from data", { article: { kind: "report" }, attributions: [fromData] }, undefined],
    ["a primary source", { article: { primary: true } }, undefined],
    [
      "a place in a recording",
      { item: { quote: null, region: { fragment: "t=1,2" } as DossierEvidence["region"] } },
      undefined,
    ],
  ])("%s", (_, of, words) => expect(said(of)).toBe(words));

  it("is told apart from what nobody marked decisive, which is said where it would be marked", () => {
    const dossier = {
      claim: { appearance: null } as Dossier["claim"],
      evidence: [evidenceFixture("e1"), evidenceFixture("e2", { decisive: { reason: "It is." } })],
      articles: [articleFixture("article-e1"), articleFixture("article-e2")],
      origins: [],
      attributions: [],
    };
    expect(decisiveDoubts(dossier).map(({ number, isDecisive }) => [number, isDecisive])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});
