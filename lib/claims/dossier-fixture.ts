import type {
  Dossier,
  DossierArticle,
  DossierAttribution,
  DossierEvidence,
  DossierOrigin,
  DossierQuote,
  DossierReview,
} from "./dossier";

/** For tests only: a complete dossier that passes the gate, whose parts a test replaces one by one. */

/** The basis hash that the fixture's reviews are about. */
export const fixtureBasisHash = "b".repeat(64);
/** After every date of the fixture. */
export const fixtureNow = "2031-05-10T12:00:00Z";

export function articleFixture(id: string, over: Partial<DossierArticle> = {}): DossierArticle {
  return {
    id,
    outlet: `Outlet ${id}`,
    ownerId: null,
    title: `Title ${id}`,
    url: `https://${id}.example/story`,
    byline: null,
    publishedAt: "2031-05-01",
    language: "en",
    kind: "news",
    primary: false,
    state: "captured",
    reliability: "ok",
    interests: null,
    notObtainable: null,
    conversation: null,
    ...over,
  };
}

export function quoteFixture(over: Partial<DossierQuote> = {}): DossierQuote {
  return {
    exact: "the harbour dredged 400 tonnes",
    prefix: "Records show that ",
    suffix: " in April.",
    start: 118,
    end: 148,
    sentence: "Records show that the harbour dredged 400 tonnes in April.",
    page: null,
    isVerbatim: true,
    ...over,
  };
}

export function evidenceFixture(id: string, over: Partial<DossierEvidence> = {}): DossierEvidence {
  return {
    id,
    articleId: `article-${id}`,
    stance: "supports",
    shows: "Gives the amount and the month.",
    disclosure: "public",
    commitmentSalt: "00".repeat(16),
    decisive: null,
    quote: quoteFixture(),
    region: null,
    translation: null,
    capture: {
      id: `capture-${id}`,
      sha256: "c".repeat(64),
      method: "fetched",
      capturedAt: "2031-05-02T08:00:00Z",
    },
    drift: { outcome: "unchanged", checkedAt: "2031-05-03T08:00:00Z", method: "fetched" },
    cut: null,
    figures: [],
    addedById: "writer",
    ...over,
  };
}

export function attributionFixture(
  from: string,
  type: DossierAttribution["type"],
  to: { article?: string; origin?: string } = {},
  status: DossierAttribution["status"] = "confirmed",
): DossierAttribution {
  const target = to.origin ?? to.article ?? "itself";
  return {
    id: `${from} ${type} ${target}`,
    type,
    fromArticleId: from,
    toArticleId: to.article ?? null,
    toOriginId: to.origin ?? null,
    status,
    reason: null,
  };
}

export function originFixture(id: string, over: Partial<DossierOrigin> = {}): DossierOrigin {
  return {
    id,
    name: `Origin ${id}`,
    kind: "person",
    primary: true,
    naming: "named",
    attestedById: null,
    ...over,
  };
}

export function reviewFixture(reviewerId: string, over: Partial<DossierReview> = {}): DossierReview {
  return {
    id: `review-${reviewerId}`,
    reviewerId,
    reviewerName: `Name of ${reviewerId}`,
    mark: "confirmed",
    rating: "confirmed",
    rationale: "Both records give the same amount.",
    evidenceIds: ["e1", "e2"],
    blind: true,
    basisHash: fixtureBasisHash,
    givenAt: "2031-05-04T09:00:00Z",
    ...over,
  };
}

function claimFixture(): Dossier["claim"] {
  return {
    id: "claim",
    slug: null,
    text: "The harbour dredged 400 tonnes in April.",
    verbatim: null,
    kind: "so",
    claimant: "Port Authority",
    saidAt: "2031-05-01",
    place: null,
    language: "en",
    topics: ["harbour"],
    why: null,
    state: "ready",
    provisional: false,
    nextUpdateAt: null,
    figures: [],
    appearance: null,
  };
}

function verdictFixture(): Dossier["verdict"] {
  return {
    version: 1,
    rating: "confirmed",
    finding: "Two separate records give 400 tonnes for April.",
    summary: ["The log gives 400 tonnes."],
    writeUp: "The log of the harbour gives 400 tonnes.[^e1] A survey agrees.\n\nDredging is routine work.",
    reconciliation: "",
    notEstablished: "",
    notInThisCheck: "",
    asOf: null,
  };
}

/** Two supporting articles with an origin each, two reviews, a search for the other side, and the claimant's reply. */
export function dossierFixture(over: Partial<Dossier> = {}): Dossier {
  return {
    claim: claimFixture(),
    evidence: [evidenceFixture("e1"), evidenceFixture("e2")],
    articles: [articleFixture("article-e1"), articleFixture("article-e2")],
    origins: [originFixture("log", { kind: "record" })],
    attributions: [
      attributionFixture("article-e1", "cites", { origin: "log" }),
      attributionFixture("article-e2", "own-reporting"),
    ],
    comparisons: [],
    disagreements: [],
    reviews: [reviewFixture("writer"), reviewFixture("outsider")],
    verdict: verdictFixture(),
    searches: [
      {
        id: "search",
        where: "harbour archive",
        query: "dredging April other amount",
        found: "nothing",
        note: null,
        side: "disputes",
        searchedAt: "2031-05-03T10:00:00Z",
        shown: true,
      },
    ],
    replies: [
      {
        id: "reply",
        asked: "Port Authority",
        role: "claimant",
        how: "e-mail",
        askedAt: "2031-05-02T10:00:00Z",
        deadlineAt: "2031-05-05T10:00:00Z",
        question: null,
        outcome: "replied",
        reply: "We stand by it.",
        repliedAt: null,
        reminders: [],
        source: null,
      },
    ],
    parts: [],
    correction: null,
    history: [],
    authorIds: ["writer"],
    writerIds: ["writer"],
    ...over,
  };
}
