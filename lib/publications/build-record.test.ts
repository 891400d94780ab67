import { describe, expect, it } from "vitest";
import type { Dossier, DossierEvidence } from "../claims/dossier";
import { basisHash } from "./basis-hash";
import {
  buildRevisionRecord,
  completeRecord,
  revisionHash,
  revisionOf,
  withheldCommitment,
} from "./build-record";
import { canonicalJson, recordSha256, sha256Hex } from "./canonical";
import {
  aurusDossier,
  aurusRecord,
  aurusRevision,
  aurusRoute,
  dollars,
  testArticle,
  testEvidence,
  testSite,
} from "./fixtures/aurus-dossier";
import { noticeRecord, retractionRecord } from "./statement-records";

const build = (dossier: Dossier) => buildRevisionRecord(dossier, testSite, aurusRoute);
const signing = {
  version: 1,
  publishedAt: "2024-07-02T12:00:00+02:00",
  signer: { name: "Ana Ruiz", selfSigned: null, byToken: false },
  overrides: [{ code: "reply-not-asked", reason: "The company no longer exists." }],
};

/** `aurusDossier` with a third piece of evidence from an article that is used for nothing else. */
function withSecret(changes: Partial<DossierEvidence>): Dossier {
  const dossier = aurusDossier();
  const secret = testEvidence("e-secret", "leak", "Invoices total 15.4 million", {
    figures: [dollars("f-secret", 15_400_000, "15.4 million secretfigure")],
    translation: { text: "secrettranslation", translator: "secrettranslator" },
    ...changes,
  });
  return {
    ...dossier,
    evidence: [secret, ...dossier.evidence],
    articles: [
      ...dossier.articles,
      testArticle("leak", "Secret Ledger", { byline: "Deep Throat", notObtainable: "secretreason" }),
      testArticle("upstream", "Hidden Archive", { notObtainable: "secretreason" }),
    ],
    attributions: [
      ...dossier.attributions,
      { ...dossier.attributions[0]!, id: "a3", fromArticleId: "leak", toArticleId: "upstream" },
    ],
    comparisons: [
      ...dossier.comparisons,
      { ...dossier.comparisons[0]!, id: "k2", b: "f-secret", explanation: "secretexplanation" },
    ],
    verdict: { ...dossier.verdict, writeUp: "So it is.[^e-secret][^e-reuters]" },
  };
}

const secretRoute = {
  ...aurusRoute,
  words: "Two known routes: Secret Ledger, on Aurus and Reuters.",
  nodes: [
    ...aurusRoute.nodes,
    {
      id: "article:leak",
      name: "Secret Ledger",
      note: "leak",
      column: "read",
      what: "article",
      unknown: false,
    },
  ] as typeof aurusRoute.nodes,
  edges: [
    ...aurusRoute.edges,
    { from: "o-customs", to: "article:leak", label: "Secret Ledger", known: true },
  ],
};

describe("buildRevisionRecord", () => {
  it("is the same for the same dossier and different for any printed change", () => {
    expect(revisionHash(build(aurusDossier()))).toBe(revisionHash(build(aurusDossier())));
    const dossier = aurusDossier();
    dossier.verdict.notEstablished += "!";
    expect(revisionHash(build(dossier))).not.toBe(revisionHash(build(aurusDossier())));
  });

  it("does not print stray fields of rows", () => {
    const dossier = aurusDossier();
    const dirty = JSON.parse(JSON.stringify(dossier), (_key, value) =>
      value && typeof value === "object" && !Array.isArray(value) ? { ...value, stray: "stray" } : value,
    ) as Dossier;
    const dirtyRoute = JSON.parse(JSON.stringify(aurusRoute), (_key, value) =>
      value && typeof value === "object" && !Array.isArray(value) ? { ...value, stray: "stray" } : value,
    ) as typeof aurusRoute;
    expect(buildRevisionRecord(dirty, testSite, dirtyRoute)).toEqual(build(dossier));
  });

  it("prints nothing about who works on it, their rationale or the capture's id", () => {
    const text = JSON.stringify(build(aurusDossier()));
    for (const inside of ["checker1", "capture-e-reuters", "The report says all countries", "basisHash"]) {
      expect(text).not.toContain(inside);
    }
  });

  it("numbers printed evidence from 1 in the dossier's order and skips withheld items", () => {
    const record = build(withSecret({ disclosure: "withheld" }));
    expect(record.evidence.map(({ id, number }) => [id, number])).toEqual([
      ["e-reuters", 1],
      ["e-relay", 2],
    ]);
    expect(record.comparisons).toHaveLength(1);
    expect(record.comparisons[0]?.b).toEqual({ of: 1, figureId: "f-reuters" });
  });

  it("lets no word, name or id of a withheld item out, only its commitment", () => {
    const dossier = withSecret({ disclosure: "withheld", shows: "secretshows" });
    const record = buildRevisionRecord(dossier, testSite, secretRoute);
    const text = JSON.stringify(record);
    for (const word of ["secret", "Secret", "Hidden", "Invoices", "Deep Throat", "leak", "e-secret"]) {
      expect(text).not.toContain(word);
    }
    expect(record.writeUp).toBe("So it is.[^withheld][^e-reuters]");
    expect(record.withheld).toEqual([
      { commitment: withheldCommitment(dossier, dossier.evidence[0]!), stance: "disputes" },
    ]);
  });

  it("prints what a described item shows, and neither its words nor its source", () => {
    const dossier = withSecret({ disclosure: "described", shows: "An invoice we have seen says so." });
    const record = buildRevisionRecord(dossier, testSite, secretRoute);
    const text = JSON.stringify(record);
    for (const word of [
      "secretf",
      "secrett",
      "Secret",
      "Hidden",
      "Invoices",
      "Deep Throat",
      "leak",
      "secretr",
    ]) {
      expect(text).not.toContain(word);
    }
    expect(record.evidence[0]).toMatchObject({
      number: 1,
      shows: "An invoice we have seen says so.",
      quote: null,
      source: null,
      capture: null,
      figures: [],
    });
    expect(record.writeUp).toContain("[^e-secret]");
    expect(record.route.nodes.at(-1)).toMatchObject({ id: "unnamed-1", name: "A source we do not name" });
    expect(record.route.edges.at(-1)).toMatchObject({ from: "o-customs", to: "unnamed-1" });
  });

  it("names a source that public evidence leans on too", () => {
    const dossier = withSecret({ disclosure: "withheld" });
    dossier.evidence.push(testEvidence("e-open", "leak", "Open words"));
    expect(buildRevisionRecord(dossier, testSite, secretRoute).route.words).toContain("Secret Ledger");
  });

  it("commits to withheld content with a salt that can be shown later", () => {
    const dossier = withSecret({ disclosure: "withheld" });
    const [item] = dossier.evidence;
    const commitment = withheldCommitment(dossier, item!);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(withheldCommitment(dossier, { ...item!, commitmentSalt: "ff".repeat(16) })).not.toBe(commitment);
    expect(withheldCommitment(dossier, { ...item!, shows: "other" })).not.toBe(commitment);
    expect(() => withheldCommitment(dossier, { ...item!, commitmentSalt: "abc" })).toThrow("salt");
  });

  it("prints a comparison only once a person confirmed it", () => {
    const dossier = aurusDossier();
    dossier.comparisons[0]!.status = "suggested";
    expect(build(dossier).comparisons).toEqual([]);
  });

  it.each([
    ["unchanged", "fetched", "2024-07-03T09:00:00Z"],
    ["moved", "fetched", "2024-07-03T09:00:00Z"],
    ["unchanged", "pasted", null],
    ["altered", "fetched", null],
    ["unreachable", "fetched", null],
  ] as const)("says for a %s, %s source that it had the same words at %s", (outcome, method, expected) => {
    const dossier = aurusDossier();
    dossier.evidence[0]!.drift = { outcome, method, checkedAt: "2024-07-03T09:00:00Z" };
    expect(build(dossier).evidence[0]?.sameWordsAt).toBe(expected);
  });

  it("prints no number for a rating off the truth axis, and the ends of the scale always", () => {
    const dossier = aurusDossier();
    dossier.verdict.rating = "unproven";
    expect(build(dossier).rating).toMatchObject({ label: "Unproven", number: null, best: 5, worst: 1 });
  });

  it("ties a version to the one before it", () => {
    const past = { kind: "publication", publishedAt: "2024-07-02T12:00:00Z", correction: null } as const;
    const history = [2, 1].map((version) => ({ ...past, version, sha256: `${version}`.repeat(64) }));
    expect(build(aurusDossier({ history })).previous).toEqual({ version: 2, sha256: "2".repeat(64) });
  });

  it("fails on evidence whose article is missing", () => {
    expect(() => build(aurusDossier({ articles: [] }))).toThrow("does not hold it");
  });
});

describe("completeRecord", () => {
  it("adds version, time, signer and overrides, and revisionOf takes exactly these away", () => {
    const revision = aurusRevision();
    const record = completeRecord(revision, signing);
    expect(record).toMatchObject({ kind: "publication", version: 1, overrides: signing.overrides });
    expect(revisionOf(record)).toEqual(revision);
    expect(revisionHash(revisionOf(record))).toBe(revisionHash(revision));
    expect(revisionOf(JSON.parse(canonicalJson(record)))).toEqual(revision);
  });

  it("refuses a draft and a version out of turn", () => {
    const draft = aurusDossier();
    draft.verdict.rating = null;
    expect(() => completeRecord(build(draft), signing)).toThrow("draft");
    expect(() => completeRecord(aurusRevision({ slug: "" }), signing)).toThrow("draft");
    expect(() => completeRecord(aurusRevision(), { ...signing, version: 2 })).toThrow("does not follow");
  });
});

describe("retractionRecord and noticeRecord", () => {
  it("withdraws version n as n+1 and prints neither rating nor finding", () => {
    const record = aurusRecord();
    const sha256 = recordSha256(record);
    const retraction = retractionRecord(
      { record, sha256 },
      { ...signing, reason: "The capture was forged." },
    );
    expect(retraction).toMatchObject({ kind: "retraction", version: 2, previous: { version: 1, sha256 } });
    expect(Object.keys(retraction)).not.toContain("rating");
    expect(JSON.stringify(retraction)).not.toContain(record.finding);
    expect(recordSha256(retraction)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("prints of a notice what was given and no more", () => {
    const input = {
      id: "n",
      slug: "s",
      kind: "outdated",
      text: "t",
      publishedAt: "2024-07-02T12:00:00Z",
    } as const;
    const notice = noticeRecord({ ...input, signer: { name: "Ana Ruiz", secret: 1 } as { name: string } });
    expect(notice).toEqual({
      type: "countersign-notice",
      schema: 1,
      ...input,
      signer: { name: "Ana Ruiz" },
    });
  });
});

describe("basisHash", () => {
  const hash = basisHash(aurusDossier());

  it.each<[string, (dossier: Dossier) => void]>([
    ["the claim's text", (d) => void (d.claim.text += " or more")],
    ["a figure of the claim", (d) => void (d.claim.figures[0]!.low = 35_000_000)],
    ["a figure of the evidence", (d) => void (d.evidence[0]!.figures[0]!.scope = ["Korea"])],
    ["quoted words", (d) => void (d.evidence[0]!.quote!.exact = "other")],
    ["a quote's position", (d) => void (d.evidence[0]!.quote!.start = 9)],
    ["a stance", (d) => void (d.evidence[0]!.stance = "context")],
    ["what it shows", (d) => void (d.evidence[0]!.shows = "else")],
    ["disclosure", (d) => void (d.evidence[0]!.disclosure = "described")],
    ["a translation", (d) => void (d.evidence[0]!.translation = { text: "t", translator: null })],
    ["a removed item", (d) => void d.evidence.pop()],
    ["another article", (d) => void (d.evidence[0]!.articleId = "relay")],
  ])("changes with %s", (_name, change) => {
    const dossier = aurusDossier();
    change(dossier);
    expect(basisHash(dossier)).not.toBe(hash);
  });

  it.each<[string, (dossier: Dossier) => void]>([
    ["the write-up", (d) => void (d.verdict.writeUp = "else")],
    ["the finding and rating", (d) => void Object.assign(d.verdict, { finding: "x", rating: "confirmed" })],
    ["other reviews", (d) => void d.reviews.pop()],
    ["the order of evidence", (d) => void d.evidence.reverse()],
    ["the id of a figure", (d) => void (d.claim.figures[0]!.id = "parsed-again")],
    ["a look at the source", (d) => void (d.evidence[0]!.drift = null)],
  ])("does not change with %s", (_name, change) => {
    const dossier = aurusDossier();
    change(dossier);
    expect(basisHash(dossier)).toBe(hash);
  });

  it("is the hash of something that can be written down", () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toBe(sha256Hex(""));
  });
});
