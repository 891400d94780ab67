import type {
  ComparisonClass,
  Conversation,
  CorrectionClass,
  DossierArticle,
  DossierOrigin,
  TableCell,
} from "../claims/dossier";
import type { Stance } from "../claims/vocabulary";
import type { Figure } from "../figures/figure";

/**
 * The public record of one version of a verdict: all that a reader's page prints, and nothing else. Its RFC 8785 form
 * is hashed with SHA-256 and signed. Absent facts are `null`, not left out, so that two records compare field by field;
 * a part that later versions of this program added is left out while it is empty.
 */
export type PublicationRecord = RevisionRecord & SigningPart & { kind: "publication" };

/** What a revision's hash covers: the record less version, publishedAt, signer and overrides. */
export type RevisionRecord = {
  type: "countersign-record";
  schema: 1;
  slug: string;
  publisher: { name: string; url: string };
  language: string;
  /** Printed across the page, e.g. "Demonstration, not a finding"; `null` normally. */
  label: string | null;
  claim: RecordClaim;
  rating: {
    code: string;
    label: string;
    meaning: string;
    number: number | null;
    best: number;
    worst: number;
  };
  finding: string;
  summary: string[];
  writeUp: string;
  notEstablished: string;
  notInThisCheck: string;
  /** The day up to which the finding speaks, as 2024-06-28; left out when none is given. */
  asOf?: string;
  reconciliation: string;
  evidence: RecordEvidence[];
  /** One entry for each withheld item: sha256 of salt and content, so that it can be proved later. */
  withheld: { commitment: string; stance: Stance }[];
  comparisons: RecordComparison[];
  /** Left out when there is none: records signed before this part existed verify as they are. */
  disagreements?: RecordDisagreement[];
  route: RecordRoute;
  searches: {
    where: string;
    query: string;
    found: "nothing" | "something";
    note: string | null;
    searchedAt: string;
  }[];
  replies: RecordReply[];
  /** Originals that could not be obtained, with the reason. */
  notObtained: { name: string; reason: string }[];
  parts: RecordPart[];
  reviews: { name: string; mark: string; rating: string | null; blind: boolean }[];
  provisional: { nextUpdateAt: string | null } | null;
  correction: { class: CorrectionClass; reason: string } | null;
  /** The version before this one, tying the versions into a chain. */
  previous: { version: number; sha256: string } | null;
};

/** Who was asked for a reply and what came; what records signed earlier do not know is left out while it is empty. */
export type RecordReply = {
  asked: string;
  role: string;
  how: string;
  askedAt: string;
  deadlineAt: string | null;
  outcome: string;
  reply: string | null;
  /** What they were asked, as it was put to them. */
  question?: string;
  /** When they were asked once more, and how, oldest first. */
  reminders?: { at: string; how: string }[];
  repliedAt?: string;
  /** The copy in which the reply is kept and from which it is quoted. */
  capture?: { sha256: string; capturedAt: string };
};

/**
 * A part with the rating of its own signed publication, which `published` names; both are `null` while it has none.
 * Records signed before `published` existed leave it out.
 */
export type RecordPart = {
  text: string;
  central: boolean;
  rating: string | null;
  published?: { slug: string; version: number; sha256: string } | null;
};

export type SigningPart = {
  version: number;
  publishedAt: string;
  signer: {
    name: string;
    /** The editor wrote some of it (`onePersonDesk`), and why it was still published. */
    selfSigned: { reason: string } | null;
    byToken: boolean;
    /** When the editor signed what was published at a later time that they set; left out when both were one act. */
    signedAt?: string;
  };
  overrides: { code: string; reason: string }[];
};

export type RecordSource = Pick<
  DossierArticle,
  "outlet" | "title" | "url" | "byline" | "publishedAt" | "language" | "kind" | "primary" | "interests"
> & {
  articleId: string;
  /** Of our own note of a call or meeting; left out for everything else. */
  conversation?: Conversation;
  /** Where the interests are known from; left out when nobody said. */
  interestsSource?: string;
};

export type RecordQuote = {
  /** The page that it begins on; left out where the document has no pages. */
  page?: number;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  sentence: string;
};

export type RecordClaim = {
  text: string;
  verbatim: string | null;
  kind: string;
  claimant: string | null;
  saidAt: string | null;
  place: string | null;
  topics: string[];
  why: string | null;
  figures: Figure[];
  appearance: (RecordSource & { exact: string; sentence: string | null }) | null;
};

export type RecordEvidence = {
  id: string;
  /** 1-based number printed on the page and used by the write-up's citations. */
  number: number;
  stance: Stance;
  disclosure: "public" | "described";
  shows: string | null;
  decisive: { reason: string } | null;
  /** `null` for a region, and for a described item, whose words are not printed. */
  quote: RecordQuote | null;
  region: RecordRegion | null;
  translation: { text: string; translator: string | null } | null;
  /** `null` when only described. */
  source: RecordSource | null;
  capture: { sha256: string; method: "fetched" | "uploaded" | "pasted"; capturedAt: string } | null;
  /** When the source was last looked at and still said the same; `null` if it never was looked at again. */
  sameWordsAt: string | null;
  figures: Figure[];
};

/** A place in a picture, page, table or recording. Words and cell are left out where there are none. */
export type RecordRegion = { fragment: string; description: string; words?: string; cell?: TableCell };

export type RecordComparison = {
  /** `claim` or the number of an evidence item. */
  a: { of: "claim" | number; figureId: string };
  b: { of: "claim" | number; figureId: string };
  class: ComparisonClass;
  explanation: string;
  sameReport: boolean;
};

/** Two public quotes that disagree: their numbers, about what, and how it was settled (`null` while it is open). */
export type RecordDisagreement = { a: number; b: number; why: string; resolution: string | null };

/** The route of the information, ready to draw and to read out. */
export type RecordRoute = {
  /** `null` when no side carries any evidence. */
  side: "supports" | "disputes" | null;
  /** Independent origins on that side: vertex-disjoint chains, see `independence.ts`. */
  count: number;
  /** In words, one or two sentences. */
  words: string;
  nodes: RouteNode[];
  /** Arrows follow the information: from who knew to who printed it. */
  edges: { from: string; to: string; label: string; known: boolean }[];
};

export type RouteNode = {
  id: string;
  name: string;
  note: string;
  column: "knew-first" | "reported" | "read";
} & (
  | {
      what: "origin";
      naming: DossierOrigin["naming"];
      primary: boolean;
      /** What it gains or loses by what it says, and where that is known from; left out when nobody said. */
      interests?: { words: string; source: string };
    }
  | { what: "article"; unknown: boolean }
);

/** A retraction: version n+1 of a slug, which withdraws version n and prints no rating. */
export type RetractionRecord = {
  type: "countersign-record";
  schema: 1;
  kind: "retraction";
  slug: string;
  publisher: { name: string; url: string };
  language: string;
  label: string | null;
  claim: { text: string };
  reason: string;
  previous: { version: number; sha256: string };
} & Pick<SigningPart, "version" | "publishedAt" | "signer">;

/** A short signed public statement beside a publication. */
export type NoticeRecord = {
  type: "countersign-notice";
  schema: 1;
  id: string;
  slug: string;
  kind: "source-changed" | "under-review" | "outdated" | "first-findings";
  text: string;
  publishedAt: string;
  signer: { name: string };
};

export type AnyRecord = PublicationRecord | RetractionRecord;

/** Why the text of a version is withheld: somebody would be in danger, or a court ordered it. */
export type WithholdingReason = "safety" | "court-order";

/**
 * What readers are told of a version whose text is withheld, in the place of its record. Nothing of the text is in it;
 * hash, signature and key beside it are those of the record as it was signed.
 */
export type WithheldRecord = {
  kind: "withheld";
  /** What it is the place of. */
  of: AnyRecord["kind"];
  slug: string;
  version: number;
  language: string;
  publishedAt: string;
  reasonClass: WithholdingReason;
  /** ISO 8601 in UTC. */
  since: string;
};

/** A record as readers get it. */
export type PublicRecord = AnyRecord | WithheldRecord;

/** A version as readers get it. */
export type PublicVersion = SignedRecord<PublicRecord>;

/** A record as it is served: the object, the lowercase hex SHA-256 of its RFC 8785 form, and the signature. */
export type SignedRecord<T = AnyRecord> = {
  record: T;
  sha256: string;
  /** base64url Ed25519 over `countersign-record-v1\n` + sha256. */
  signature: string;
  keyId: string;
};
