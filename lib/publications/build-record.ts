import type { Dossier, DossierEvidence, DossierPart } from "../claims/dossier";
import type { Rating } from "../settings/ratings";
import { canonicalJson, recordSha256, sha256Hex } from "./canonical";
import { concealRoute, concealedIds } from "./conceal";
import {
  articleOf,
  captureOf,
  nameOf,
  quoteOf,
  recordFigure,
  recordReply,
  recordSigner,
  recordSource,
  regionOf,
  translationOf,
} from "./record-parts";
import type {
  PublicationRecord,
  RecordComparison,
  RecordEvidence,
  RecordPart,
  RecordRoute,
  RevisionRecord,
  SigningPart,
} from "./record";

/** What a record takes from the newsroom's signed settings. */
export type RecordSite = {
  publisher: { name: string; url: string };
  ratings: readonly Rating[];
  label: string | null;
  language: string;
  /** False: readers are told of no search at all. Otherwise each can still be kept back. */
  showsSearches?: boolean;
};

/** Fewer bits of salt would let a reader guess a short withheld passage and check the guess. */
const minSaltHexDigits = 32;

/**
 * All that would be published of a claim, as the revision hash covers it. `route` is computed from the same dossier
 * (its node ids are, or end in, article and origin ids). A draft without slug or rating gets empty strings there, so
 * that it has a hash; `completeRecord` refuses it. Throws when evidence names an article the dossier lacks.
 */
export function buildRevisionRecord(dossier: Dossier, site: RecordSite, route: RecordRoute): RevisionRecord {
  const { claim, verdict } = dossier;
  const printed = printedEvidence(dossier);
  const cite = (text: string) => hideCitations(text, dossier);
  return {
    type: "countersign-record",
    schema: 1,
    slug: claim.slug ?? "",
    publisher: { name: site.publisher.name, url: site.publisher.url },
    language: site.language,
    label: site.label,
    claim: recordClaim(dossier),
    rating: recordRating(verdict.rating, site.ratings),
    finding: verdict.finding,
    summary: verdict.summary.map(cite),
    writeUp: cite(verdict.writeUp),
    notEstablished: cite(verdict.notEstablished),
    notInThisCheck: cite(verdict.notInThisCheck),
    ...(verdict.asOf ? { asOf: verdict.asOf } : {}),
    reconciliation: cite(verdict.reconciliation),
    evidence: printed,
    withheld: withheldOf(dossier),
    comparisons: recordComparisons(dossier, printed),
    ...recordDisagreements(dossier, printed),
    route: concealRoute(route, dossier),
    ...recordWork(dossier, site),
    provisional: claim.provisional ? { nextUpdateAt: claim.nextUpdateAt } : null,
    correction: dossier.correction
      ? { class: dossier.correction.class, reason: dossier.correction.reason }
      : null,
    previous: previousOf(dossier),
  };
}

/**
 * The record as it will be signed: a revision with its version, time and signer. Throws when the version does not
 * follow the previous one, or when the revision is a draft without slug or rating.
 */
export function completeRecord(revision: RevisionRecord, signing: SigningPart): PublicationRecord {
  if (revision.slug === "" || revision.rating.code === "" || revision.rating.label === "") {
    throw new Error("A draft without address or rating cannot be published.");
  }
  if (signing.version !== (revision.previous?.version ?? 0) + 1) {
    throw new Error(`Version ${signing.version} does not follow ${revision.previous?.version ?? "nothing"}.`);
  }
  const { version, publishedAt, signer, overrides } = signing;
  return {
    ...revision,
    kind: "publication",
    version,
    publishedAt,
    signer: recordSigner(signer),
    overrides: overrides.map(({ code, reason }) => ({ code, reason })),
  };
}

/** The hash an editor signs off: lowercase hex SHA-256 of the RFC 8785 form of the revision. */
export function revisionHash(revision: RevisionRecord): string {
  return recordSha256(revision);
}

/** The revision inside a publication: `revisionHash(revisionOf(record))` is the hash that was signed off. */
export function revisionOf(record: PublicationRecord): RevisionRecord {
  const {
    kind: _kind,
    version: _version,
    publishedAt: _at,
    signer: _signer,
    overrides: _o,
    ...rest
  } = record;
  return rest;
}

function recordClaim(dossier: Dossier): RevisionRecord["claim"] {
  const { text, verbatim, kind, claimant, saidAt, place, topics, why, figures, appearance } = dossier.claim;
  return {
    text,
    verbatim,
    kind,
    claimant,
    saidAt,
    place,
    topics: [...topics],
    why,
    figures: figures.map(recordFigure),
    appearance: appearance && {
      ...recordSource(articleOf(dossier, appearance.articleId)),
      exact: appearance.exact,
      sentence: appearance.sentence,
    },
  };
}

function recordRating(code: string | null, ratings: readonly Rating[]): RevisionRecord["rating"] {
  const numbers = ratings.flatMap((rating) => rating.number ?? []);
  const rating = ratings.find((candidate) => candidate.code === code);
  return {
    code: code ?? "",
    label: rating?.label ?? "",
    meaning: rating?.meaning ?? "",
    number: rating?.number ?? null,
    best: Math.max(1, ...numbers),
    worst: numbers.length ? Math.min(...numbers) : 1,
  };
}

function printedEvidence(dossier: Dossier): RecordEvidence[] {
  const shown = dossier.evidence.filter((item) => item.disclosure !== "withheld");
  return shown.map((item, index) => {
    const isPublic = item.disclosure === "public";
    return {
      id: item.id,
      number: index + 1,
      stance: item.stance,
      disclosure: isPublic ? "public" : "described",
      shows: item.shows,
      decisive: item.decisive && { reason: item.decisive.reason },
      quote: isPublic ? quoteOf(item) : null,
      region: isPublic ? regionOf(item) : null,
      translation: isPublic ? translationOf(item) : null,
      source: isPublic ? recordSource(articleOf(dossier, item.articleId)) : null,
      capture: isPublic ? captureOf(item) : null,
      sameWordsAt: isPublic ? sameWordsAt(item) : null,
      figures: isPublic ? item.figures.map(recordFigure) : [],
    };
  });
}

/** Only a fetch says anything of the source; a pasted or uploaded copy compares the words it was given. */
function sameWordsAt({ drift }: DossierEvidence): string | null {
  const isSame = drift?.outcome === "unchanged" || drift?.outcome === "moved";
  return drift && isSame && drift.method === "fetched" ? drift.checkedAt : null;
}

function withheldOf(dossier: Dossier): RevisionRecord["withheld"] {
  return dossier.evidence
    .filter((item) => item.disclosure === "withheld")
    .map((item) => ({ commitment: withheldCommitment(dossier, item), stance: item.stance }));
}

/**
 * The commitment printed for a withheld item: SHA-256 of its salt (hex, at least 128 bits) followed by the RFC 8785
 * form of its content. Whoever is given salt and content can check it; nobody else learns a word.
 */
export function withheldCommitment(dossier: Dossier, item: DossierEvidence): string {
  const salt = item.commitmentSalt;
  if (!/^[0-9a-f]+$/i.test(salt) || salt.length < minSaltHexDigits) {
    throw new Error(`The salt of evidence ${item.id} is not at least ${minSaltHexDigits} hex digits.`);
  }
  const content = {
    id: item.id,
    stance: item.stance,
    shows: item.shows,
    quote: quoteOf(item),
    region: regionOf(item),
    translation: translationOf(item),
    source: recordSource(articleOf(dossier, item.articleId)),
    capture: captureOf(item),
  };
  return sha256Hex(salt + canonicalJson(content));
}

function recordComparisons(dossier: Dossier, printed: readonly RecordEvidence[]): RecordComparison[] {
  const homes = new Map<string, "claim" | number>(dossier.claim.figures.map(({ id }) => [id, "claim"]));
  for (const item of printed) for (const { id } of item.figures) homes.set(id, item.number);
  return dossier.comparisons.flatMap((comparison) => {
    const [a, b] = [homes.get(comparison.a), homes.get(comparison.b)];
    // A machine's suggestion is no statement of the newsroom: it is printed once a person confirmed it.
    if (a === undefined || b === undefined || comparison.status !== "confirmed") return [];
    return {
      a: { of: a, figureId: comparison.a },
      b: { of: b, figureId: comparison.b },
      class: comparison.class,
      explanation: comparison.explanation,
      sameReport: comparison.sameReport,
    };
  });
}

/** Pairs of printed quotes that a person marked; what was set aside is no statement, and a hidden quote tells nothing. */
function recordDisagreements(
  { disagreements }: Dossier,
  printed: readonly RecordEvidence[],
): Pick<RevisionRecord, "disagreements"> {
  const numbers = new Map(printed.flatMap(({ id, number, quote }) => (quote ? [[id, number] as const] : [])));
  const shown = disagreements.flatMap(({ a, b, why, status, resolution }) => {
    const [first, second] = [numbers.get(a), numbers.get(b)];
    if (first === undefined || second === undefined || status === "dismissed") return [];
    return { a: Math.min(first, second), b: Math.max(first, second), why, resolution };
  });
  return shown.length > 0 ? { disagreements: shown } : {};
}

/** Searches, replies, originals not obtained, parts and reviews, as printed. */
function recordWork(dossier: Dossier, { showsSearches = true }: RecordSite) {
  const concealed = concealedIds(dossier);
  return {
    searches: dossier.searches
      .filter((search) => showsSearches && search.shown)
      .map(({ where, query, found, note, searchedAt }) => ({ where, query, found, note, searchedAt })),
    replies: dossier.replies.map(recordReply),
    notObtained: dossier.articles.flatMap((article) =>
      article.notObtainable === null || concealed.has(article.id)
        ? []
        : { name: nameOf(article), reason: article.notObtainable },
    ),
    parts: dossier.parts.map(recordPart),
    reviews: dossier.reviews.map(({ reviewerName, mark, rating, blind }) => ({
      name: reviewerName,
      mark,
      rating,
      blind,
    })),
  };
}

/** Only what was signed of a part is printed of it: nobody signs its draft with the whole. */
function recordPart({ text, central, published }: DossierPart): RecordPart {
  if (!published) return { text, central, rating: null, published: null };
  const { slug, version, sha256 } = published;
  return { text: published.text, central, rating: published.rating, published: { slug, version, sha256 } };
}

function previousOf({ history }: Dossier): RevisionRecord["previous"] {
  const last = [...history].sort((a, b) => a.version - b.version).at(-1);
  return last ? { version: last.version, sha256: last.sha256 } : null;
}

/** A citation of a withheld item would print its id: readers see that something is withheld, not which. */
function hideCitations(text: string, dossier: Dossier): string {
  const withheld = new Set(
    dossier.evidence.filter((item) => item.disclosure === "withheld").map(({ id }) => id),
  );
  return text.replace(/\[\^([^\]\s]+)\]/g, (whole, id: string) => (withheld.has(id) ? "[^withheld]" : whole));
}
