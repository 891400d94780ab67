import { expect, test } from "vitest";
import type { Dossier } from "../claims/dossier";
import { buildRoute } from "../attributions/route-words";
import { defaultRatings } from "../settings/ratings";
import { buildRevisionRecord, completeRecord } from "./build-record";
import { aurusDossier, aurusRecord, testArticle, testEvidence, testSite } from "./fixtures/aurus-dossier";
import { listingOf, printedNames } from "./listing";

const listed = (dossier: Dossier) =>
  listingOf(
    completeRecord(buildRevisionRecord(dossier, testSite, buildRoute(dossier, defaultRatings)), {
      version: 1,
      publishedAt: "2024-07-02T12:00:00Z",
      signer: { name: "Ana Ruiz", selfSigned: null, byToken: false },
      overrides: [],
    }),
  );

test("a verdict is listed under its topics, its claimant and the outlets on its route, with what each was", () => {
  const { names, rating, config } = listed(aurusDossier());
  expect([rating, config]).toEqual(["disputed", "english"]);
  expect(names.map(({ kind, key, roles }) => `${kind} ${key} ${roles.join("+")}`.trim()).sort()).toEqual([
    "claimant kyiv-independent",
    "outlet kyiv-independent appearance+relay",
    "outlet reuters told",
    "topic sanctions",
  ]);
});

test("an outlet whose own reporting an article is, is an origin; one whose source nobody knows is quoted", () => {
  const dossier = aurusDossier({ attributions: [], origins: [] });
  const own = { id: "own", type: "own-reporting" as const, fromArticleId: "reuters", toArticleId: "reuters" };
  dossier.attributions = [{ ...own, toOriginId: null, status: "confirmed", reason: null }];
  const roles = listed(dossier).names.flatMap(({ kind, key, roles: is }) =>
    kind === "outlet" ? [[key, is]] : [],
  );
  expect(Object.fromEntries(roles)).toEqual({
    "kyiv-independent": ["appearance", "quoted"],
    reuters: ["origin"],
  });
});

test("nothing withheld, described, protected or merely suggested comes into a list or the search", () => {
  const base = aurusDossier();
  const secret = (id: string, disclosure: "withheld" | "described") =>
    testEvidence(id, id, `Secretword of ${id} quotation`, {
      disclosure,
      shows: disclosure === "withheld" ? "Hiddenfinding" : "It shows that much",
    });
  const dossier = aurusDossier({
    evidence: [...base.evidence, secret("hidden", "withheld"), secret("told", "described")],
    articles: [
      ...base.articles,
      testArticle("hidden", "Hidden Gazette"),
      testArticle("told", "Told Tribune"),
      testArticle("up", "Upstream Herald", { state: "mentioned" }),
      testArticle("guess", "Guessed Globe", { state: "mentioned" }),
    ],
    origins: [
      ...base.origins,
      {
        id: "o-us",
        name: "Deepthroat Person",
        kind: "person",
        primary: true,
        naming: "unnamed-known-to-us",
        attestedById: null,
      },
    ],
    attributions: [
      ...base.attributions,
      {
        id: "b1",
        type: "cites",
        fromArticleId: "hidden",
        toArticleId: "up",
        toOriginId: null,
        status: "confirmed",
        reason: null,
      },
      {
        id: "b2",
        type: "cites",
        fromArticleId: "relay",
        toArticleId: "guess",
        toOriginId: null,
        status: "suggested",
        reason: null,
      },
      {
        id: "b3",
        type: "cites",
        fromArticleId: "relay",
        toArticleId: null,
        toOriginId: "o-us",
        status: "confirmed",
        reason: null,
      },
    ],
  });
  const all = JSON.stringify(listed(dossier)).toLowerCase();
  for (const word of [
    "secretword",
    "hiddenfinding",
    "gazette",
    "tribune",
    "herald",
    "globe",
    "deepthroat",
    "unnamed",
    "withheld",
  ])
    expect(all, word).not.toContain(word);
  expect(all).toContain("reuters");
});

test("names are as printed, once a page; empty ones have none", () => {
  const record = aurusRecord();
  const claim = { ...record.claim, topics: ["Trade", "TRADE ", "", "C++"], claimant: " " };
  const names = printedNames({ ...record, claim });
  expect(names.filter(({ kind }) => kind === "topic").map(({ name }) => name)).toEqual(["Trade", "C++"]);
  expect(names.filter(({ kind }) => kind === "claimant")).toEqual([]);
});

test("words of a verdict that is not in English are kept as they stand", () => {
  const { config, vocabulary, text } = listingOf(aurusRecord({ language: "uk", finding: "Санкції" }));
  expect(config).toBe("simple");
  expect(text).toMatch(/^санкції /);
  expect(vocabulary.map(({ word }) => word)).toContain("санкції");
  expect(vocabulary.map(({ word }) => word)).toEqual([...vocabulary.map(({ word }) => word)].sort());
});
