import { createPrivateKey, sign } from "node:crypto";
import { canonicalJson, sha256Hex } from "../../lib/publications/canonical";
import { listingOf } from "../../lib/publications/listing";
import { revisionHash, revisionOf } from "../../lib/publications/build-record";
import type { PublicationRecord } from "../../lib/publications/record";
import { signingPrefixes } from "../../lib/publications/sign";
import { articleText, outletName } from "./article-rows";
import { claimantOf, claimText, type Table } from "./claim-rows";
import {
  articleId,
  articleOfEvidence,
  claimId,
  editorOf,
  evidenceOfClaim,
  idOf,
  quoteOfEvidence,
  reviewerOf,
  slugOf,
  stateOf,
  timeOf,
  type Plan,
} from "./plan";
import { pickFew, topics } from "./words";

const site = { name: "The Bench Desk", url: "http://localhost:3000" };

function evidenceOf(plan: Plan, n: number, e: number): PublicationRecord["evidence"][number] {
  const article = articleOfEvidence(plan, n, e);
  const { title, sentences, starts } = articleText(article);
  const k = quoteOfEvidence(n, e);
  const exact = sentences[k]!;
  const outlet = pickFew(article, plan.outlets, 40);
  return {
    id: idOf("evidence", n * evidenceOfClaim + e),
    number: e + 1,
    stance: e === 4 ? "context" : "supports",
    disclosure: "public",
    shows: "Says so.",
    decisive: e === 0 ? { reason: "The named original." } : null,
    quote: {
      exact,
      prefix: "",
      suffix: "",
      start: starts[k]!,
      end: starts[k]! + exact.length,
      sentence: exact,
    },
    region: null,
    translation: null,
    source: {
      articleId: articleId(plan, article),
      outlet: outletName(outlet),
      title,
      url: `https://outlet-${outlet}.example/story-${article}`,
      byline: null,
      publishedAt: new Date(timeOf(article, plan.articles)).toISOString().slice(0, 10),
      language: "en",
      kind: article % 9 === 0 ? "report" : "news",
      primary: article % 9 === 0,
      interests: null,
    },
    capture: null,
    sameWordsAt: null,
    figures: [],
  };
}

const nothing = {
  summary: [],
  writeUp: "",
  notEstablished: "",
  notInThisCheck: "",
  reconciliation: "",
  withheld: [],
  comparisons: [],
  replies: [],
  notObtained: [],
  parts: [],
  provisional: null,
  correction: null,
  previous: null,
  overrides: [],
};

/** The record of a published claim: five quotes, a route, a search and two reviews, as the desk would print it. */
function recordOf(plan: Plan, n: number): PublicationRecord {
  const evidence = Array.from({ length: evidenceOfClaim }, (_, e) => evidenceOf(plan, n, e));
  const publishedAt = new Date(timeOf(n, plan.claims) + 6 * 3_600_000).toISOString();
  const read = evidence.filter(({ stance }) => stance === "supports");
  return {
    ...nothing,
    type: "countersign-record",
    schema: 1,
    kind: "publication",
    slug: slugOf(n),
    publisher: site,
    language: "en",
    label: null,
    claim: {
      text: claimText(n),
      verbatim: null,
      kind: "so",
      claimant: claimantOf(n),
      saidAt: null,
      place: null,
      topics: [topics[pickFew(n, topics.length, 50)]!],
      why: null,
      figures: [],
      appearance: null,
    },
    rating: {
      code: "confirmed",
      label: "Confirmed",
      meaning: "The evidence shows it is right",
      number: 5,
      best: 5,
      worst: 1,
    },
    finding: "The named original says so.",
    evidence,
    route: {
      side: "supports",
      count: read.length,
      words: "Each of them reported it by itself.",
      nodes: read.map(({ source }) => ({
        id: source!.articleId,
        name: source!.outlet!,
        note: "own reporting",
        column: "read",
        what: "article",
        unknown: false,
      })),
      edges: [],
    },
    searches: [
      {
        where: "the archive",
        query: "another amount",
        found: "nothing",
        note: null,
        searchedAt: publishedAt,
      },
    ],
    reviews: [0, 1].map((r) => ({
      name: reviewerOf(plan, n, r).name,
      mark: "confirmed",
      rating: null,
      blind: true,
    })),
    version: 1,
    publishedAt,
    signer: { name: editorOf(plan, n).name, selfSigned: null, byToken: false },
  };
}

export type SigningKey = { privatePem: string; kid: string };

/** What was published, one after the other, so that all tables of it can be written from one making of each record. */
export type Made = { sha256: string; publishedAtMs: number; n: number };

/** Lines of the five tables of one publication; `text` is what COPY takes for a text with backslashes or line ends. */
export type PublishedLines = {
  signOff: string;
  publication: string;
  listing: string;
  names: string[];
  made: Made;
};

const text = (value: string) =>
  value.replace(/[\\\n\r\t]/g, (c) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[c] ?? "\\t");

/** Every published claim, signed with the instance's own key; `words` collects what search proposes for misspelt words. */
export function* publishedLines(
  plan: Plan,
  key: SigningKey,
  words: Map<string, { shown: string; near: string }>,
): Generator<PublishedLines> {
  const privateKey = createPrivateKey(key.privatePem);
  for (let n = 0; n < plan.claims; n += 1) {
    if (stateOf(n) !== "published") continue;
    const record = recordOf(plan, n);
    const recordText = canonicalJson(record);
    const sha256 = sha256Hex(recordText);
    const hash = revisionHash(revisionOf(record));
    const signed = Buffer.from(signingPrefixes["countersign-record"] + sha256);
    const signature = sign(null, signed, privateKey).toString("base64url");
    const [claim, signOff, at] = [claimId(plan, n), idOf("signOff", n), record.publishedAt];
    const listing = listingOf(record);
    for (const { word, shown, near } of listing.vocabulary)
      if (!words.has(word)) words.set(word, { shown, near });
    const first = [listing.rating, listing.ratingLabel];
    yield {
      signOff: [signOff, claim, hash, editorOf(plan, n).id, "publish", at].join("\t"),
      publication: [
        ...[idOf("publication", n), claim, record.slug, 1, "publication", text(recordText), sha256, hash],
        ...[signature, key.kid, signOff, at, record.rating.code, `{${record.claim.topics.join(",")}}`],
        ...[record.claim.text, record.finding],
      ].join("\t"),
      listing: [record.slug, 1, at.slice(0, 7), at, at, "en", ...first, listing.rules, listing.text].join(
        "\t",
      ),
      names: listing.names.map(({ kind, key: page, name, roles }) =>
        [kind, page, record.slug, name, `{${roles.join(",")}}`, ...first, at].join("\t"),
      ),
      made: { sha256, publishedAtMs: Date.parse(at), n },
    };
  }
}

export const publicationColumns = {
  signOff: { name: "sign_off", columns: `id, "claimId", "revisionHash", "editorId", action, "signedAt"` },
  publication: {
    name: "publication",
    columns: `id, "claimId", slug, version, kind, "recordText", sha256, "revisionHash", signature, "keyId", "signOffId", "publishedAt", rating, topics, "claimText", finding`,
  },
  listing: {
    name: "listing_text",
    columns: `slug, version, month, "firstAt", "changedAt", language, rating, "ratingLabel", rules, text`,
  },
  names: {
    name: "publication_name",
    columns: `kind, key, slug, name, roles, rating, "ratingLabel", "firstAt"`,
  },
} satisfies Record<string, Pick<Table, "name" | "columns">>;
