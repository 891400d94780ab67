import type { ClaimKind, ClaimState, Stance, Mark, Disclosure } from "./vocabulary";
import type { OriginKind } from "../attributions/origin-kinds";
import type { Figure } from "../figures/figure";
import type { LegalRead } from "../legal-reads/legal-read";
import type { SentenceNote } from "../verdicts/sentence-note";

/**
 * Everything Countersign knows about one claim, as plain data: the one input of the gate, the independence count,
 * the basis hash and the public record. Times are ISO 8601; ids are opaque.
 */
export type Dossier = {
  claim: DossierClaim;
  evidence: DossierEvidence[];
  articles: DossierArticle[];
  origins: DossierOrigin[];
  attributions: DossierAttribution[];
  comparisons: DossierComparison[];
  disagreements: DossierDisagreement[];
  reviews: DossierReview[];
  verdict: DossierVerdict;
  /** What people said about sentences of the draft beside its text; nothing of it is published. */
  sentenceNotes?: SentenceNote[];
  searches: DossierSearch[];
  replies: DossierReply[];
  /** Who was asked to read the draft for the law and who read it, in the order noted; nothing of it is published. */
  legalReads?: LegalRead[];
  parts: DossierPart[];
  /** The open correction, when the claim was published before and is being changed. */
  correction: { class: CorrectionClass; reason: string } | null;
  /** Earlier publications, oldest first. */
  history: DossierPublication[];
  /** Account ids of whoever wrote something in the revision being signed (four eyes). */
  authorIds: string[];
  /** Account ids of whoever wrote the claim, its evidence or its verdict: nothing of it is hidden from them. */
  writerIds: string[];
};

export type CorrectionClass = "typo" | "clarification" | "update" | "correction" | "verdict-change";

export type DossierClaim = {
  id: string;
  slug: string | null;
  text: string;
  verbatim: string | null;
  kind: ClaimKind;
  claimant: string | null;
  saidAt: string | null;
  place: string | null;
  language: string;
  topics: string[];
  why: string | null;
  state: ClaimState;
  /** True while reply and search lines may stay open ("First findings"). */
  provisional: boolean;
  nextUpdateAt: string | null;
  figures: Figure[];
  /** Where the words appeared first, when an article and passage were given. */
  appearance: { articleId: string; exact: string; sentence: string | null } | null;
};

export type DossierQuote = {
  exact: string;
  prefix: string;
  suffix: string;
  /** Code points over the capture's `fullText`. */
  start: number;
  end: number;
  /** The whole sentence(s) the words stand in; `exact` occurs inside it. */
  sentence: string;
  /** The page of the document that it begins on, where the document has pages. */
  page: number | null;
  /** Whether the stored words equal the capture's text at the position, checked when the dossier was loaded. */
  isVerbatim: boolean;
};

export type DossierEvidence = {
  id: string;
  articleId: string;
  stance: Stance;
  shows: string | null;
  disclosure: Disclosure;
  /** Salt (hex) of the commitment printed for a withheld item. */
  commitmentSalt: string;
  decisive: { reason: string } | null;
  quote: DossierQuote | null;
  region: DossierRegion | null;
  translation: { text: string; translator: string | null } | null;
  capture: {
    id: string;
    sha256: string;
    method: "fetched" | "uploaded" | "pasted";
    capturedAt: string;
  } | null;
  /** Latest outcome of looking for the quote again that compared words; that a source could not be reached is none. */
  drift: { outcome: DriftOutcome; checkedAt: string; method: "fetched" | "uploaded" | "pasted" } | null;
  /** `null`: not cut; otherwise why it looks cut, and who ticked that it is fair. */
  cut: { reason: string; tickedById: string | null } | null;
  figures: Figure[];
  addedById: string;
};

/** A place in a picture, page, table or recording, described by one person and confirmed by another. */
export type DossierRegion = {
  fragment: string;
  description: string;
  /** What is written, said or stands in the cell there, in its own language. */
  words: string | null;
  cell: TableCell | null;
  confirmedById: string | null;
};

export type TableCell = { table: string; row: string; column: string };

/** Our own note of a call or meeting. `heldAt` as the person gave it: a day, a local time, or a time with zone. */
export type Conversation = { who: string; heldAt: string; how: string; notesBy: string };

export type DriftOutcome = "unchanged" | "moved" | "altered" | "gone" | "unreachable" | "blocked";

export type DossierArticle = {
  id: string;
  outlet: string | null;
  ownerId: string | null;
  title: string | null;
  url: string | null;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
  kind: ArticleKind;
  primary: boolean;
  state: "mentioned" | "fetching" | "captured" | "failed";
  reliability: "ok" | "corrected" | "retracted" | "compromised";
  interests: string | null;
  /** Where the interests are known from. */
  interestsSource?: string | null;
  /** Logged reason why the original could not be obtained, when it could not. */
  notObtainable: string | null;
  /** Set for our own note of a call or meeting. */
  conversation: Conversation | null;
};

export type ArticleKind =
  "news" | "wire" | "record" | "report" | "dataset" | "interview" | "social" | "file" | "other";

export type DossierOrigin = {
  id: string;
  name: string;
  kind: OriginKind;
  primary: boolean;
  naming: "named" | "unnamed-known-to-us" | "unnamed-known-to-relay";
  /** An editor's word that an unnamed source is a separate one. */
  attestedById: string | null;
  /** What it gains or loses by what it says, and where that is known from. */
  interests?: { words: string; source: string } | null;
};

export type AttributionType =
  | "republishes"
  | "cites"
  | "uncredited-rewrite"
  | "same-press-release"
  | "same-dataset"
  | "same-interview"
  | "same-owner"
  | "own-reporting";

export type DossierAttribution = {
  id: string;
  type: AttributionType;
  fromArticleId: string;
  toArticleId: string | null;
  toOriginId: string | null;
  status: "suggested" | "confirmed" | "rejected";
  reason: { rule: string; quote: string | null } | null;
};

export type ComparisonClass =
  | "equal"
  | "compatible"
  | "rounding"
  | "different-period"
  | "different-scope"
  | "different-measure"
  | "contradiction";

export type DossierComparison = {
  id: string;
  a: string;
  b: string;
  class: ComparisonClass;
  explanation: string;
  sameReport: boolean;
  status: "suggested" | "confirmed";
};

/** Two pieces of evidence that a person marked as disagreeing; both still stand on the claim. */
export type DossierDisagreement = {
  id: string;
  /** Evidence ids. */
  a: string;
  b: string;
  why: string;
  status: "open" | "resolved" | "dismissed";
  resolution: string | null;
};

export type DossierReview = {
  id: string;
  reviewerId: string;
  reviewerName: string;
  mark: Mark;
  rating: string | null;
  rationale: string;
  evidenceIds: string[];
  blind: boolean;
  basisHash: string;
  givenAt: string;
};

export type DossierVerdict = {
  version: number;
  rating: string | null;
  finding: string;
  summary: string[];
  /** Markdown; sentences may cite evidence as `[^evidenceId]`, or be marked background as `[^background]`. */
  writeUp: string;
  reconciliation: string;
  notEstablished: string;
  notInThisCheck: string;
  /** The day up to which the finding speaks, as 2024-06-28. */
  asOf: string | null;
};

export type DossierSearch = {
  id: string;
  where: string;
  query: string;
  found: "nothing" | "something";
  note: string | null;
  /** Which side it was looking for; `null` when it was not about a side. */
  side: "supports" | "disputes" | null;
  searchedAt: string;
  shown: boolean;
};

export type DossierReply = {
  id: string;
  asked: string;
  role: "claimant" | "criticised";
  how: string;
  askedAt: string;
  deadlineAt: string | null;
  /** What they were asked, as it was put to them. */
  question: string | null;
  outcome: "waiting" | "replied" | "declined" | "no-reply";
  reply: string | null;
  repliedAt: string | null;
  /** When they were asked once more, oldest first. */
  reminders: { at: string; how: string }[];
  /** The reply kept as a source, from which it is quoted. */
  source: { articleId: string; captureId: string; sha256: string; capturedAt: string } | null;
};

export type DossierPart = {
  id: string;
  text: string;
  central: boolean;
  /** Of the part's draft: never printed, and hidden from whoever is blind for the part. */
  draftRating: string | null;
  /** The version of the part that stands in public, with its words and rating; `null` when none does. */
  published: PublishedPart | null;
};

export type PublishedPart = { slug: string; version: number; sha256: string; text: string; rating: string };

export type DossierPublication = {
  version: number;
  kind: "publication" | "retraction";
  publishedAt: string;
  sha256: string;
  correction: { class: CorrectionClass; reason: string } | null;
};
