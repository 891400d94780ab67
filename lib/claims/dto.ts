import type { KnownInterests } from "../entities/interests";
import type { Issue } from "../core/result";
import type { Figure } from "../figures/figure";
import type { ClaimKind, ClaimState, Disclosure, ExternalEvent, Mark, Stance } from "./vocabulary";
import type { LegalReadsDto } from "../legal-reads/dto";
import type { DeskState } from "../publications/desk-state";
import type { ScheduleDto } from "../schedules/dto";
import type {
  ComparisonClass,
  Conversation,
  CorrectionClass,
  DossierReply,
  DossierSearch,
  DossierVerdict,
  TableCell,
} from "./dossier";

/** What is blind for the viewer: it exists, and nothing of it is told. */
export type Hidden = { hidden: true };

export type EvidenceDto = {
  id: string;
  claimId: string;
  articleId: string;
  quoteId: string;
  article: {
    outlet: string | null;
    title: string | null;
    url: string | null;
    publishedAt: string | null;
    /** Of its words, BCP 47. */
    language: string | null;
    primary: boolean;
    /** Of our own note of a call or meeting. */
    conversation: Conversation | null;
    /** What it gains or loses by what it says, and where that is known from. */
    interests?: { words: string; source: string | null } | null;
    /** What is noted of whoever owns the outlet; the desk's, and not printed. */
    ownerInterests?: KnownInterests | null;
  };
  quote:
    | {
        exact: string;
        prefix: string;
        suffix: string;
        start: number;
        end: number;
        sentence: string;
        captureId: string;
        captureSha256: string;
        page: number | null;
      }
    | {
        region: string;
        description: string;
        words: string | null;
        cell: TableCell | null;
        confirmedBy: string | null;
        /** The account of whoever confirmed it: two people can have one name. */
        confirmedById: string | null;
        captureId: string | null;
        /** The copy is a photo or scan that can be shown. */
        isPicture: boolean;
        /** What the capture's bytes are, such as "application/pdf" or "video/mp4". */
        contentType: string | null;
      };
  stance: Stance;
  shows: string | null;
  disclosure: Disclosure;
  decisive: { reason: string } | null;
  translation: { text: string; translator: string | null } | null;
  figures: Figure[];
  /** `known`: a confirmed route to an origin; `unknown`: none. */
  origin: { known: boolean; words: string };
  /** The last comparison of the words. */
  drift: {
    outcome: string;
    checkedAt: string;
    method: "fetched" | "uploaded" | "pasted";
    /** The words that stand there now, when they read differently. */
    is: string | null;
  } | null;
  /** The last look, when it did not reach the source. */
  notReached: { outcome: string; checkedAt: string } | null;
  /** Why the quote looks cut, and who else found the cut fair. */
  cut: { reason: string; tickedBy: string | null } | null;
  addedBy: { id: string; name: string };
  addedAt: string;
  /** Guards an edit: of two who read the same, the second sees both versions. */
  version: number;
};

export type ReviewDto = {
  id: string;
  reviewer: { id: string; name: string };
  mark: Mark;
  rating: string | null;
  rationale: string;
  evidenceIds: string[];
  blind: boolean;
  outdated: boolean;
  givenAt: string;
};

export type VerdictDto = DossierVerdict;

export type HiddenVerdict = Hidden & { version: number };

export type IndependenceDto = {
  side: "supports" | "disputes" | null;
  count: number;
  chains: string[][];
  articles: number;
  origins: { name: string; kind: string; primary: boolean; naming: string; articleIds: string[] }[];
  unknown: string[];
  edges: { id: string; from: string; to: string; type: string; status: string }[];
  words: string;
};

export type ClaimDto = {
  id: string;
  text: string;
  verbatim: string | null;
  kind: ClaimKind;
  claimant: string | null;
  saidAt: string | null;
  place: string | null;
  topics: string[];
  why: string | null;
  importance: number;
  deadlineAt: string | null;
  /** About how many people saw or heard it. */
  reach: number | null;
  assignee: Assignee | null;
  state: ClaimState;
  allowedEvents: ExternalEvent[];
  version: number;
  language: string;
  from: { articleId: string; exact: string; start: number; end: number; sentence: string } | null;
  parts: { id: string; text: string; central: boolean; rating: string | null; isPublished: boolean }[];
  figures: Figure[];
  evidence: EvidenceDto[];
  reviews: ReviewDto[] | Hidden;
  /** What a review given now holds for: the claim's text, its figures and its evidence. A review sends the one it read. */
  basisHash: string;
  /** How many people have reviewed, which is not blind. */
  reviewCount: number;
  verdict: VerdictDto | HiddenVerdict;
  comments: CommentDto[] | Hidden;
  searches: DossierSearch[];
  replies: DossierReply[];
  /** Who read the draft for the law; nothing of it is told outside the desk. */
  legalReads: LegalReadsDto | Hidden;
  revision: { number: number; hash: string };
  independence: { count: number; articles: number; unknown: number };
  correction: { class: CorrectionClass; reason: string } | null;
  /** First findings: published before replies and searches are in, with the time by which there will be more. */
  provisional: boolean;
  nextUpdateAt: string | null;
  publication?: { slug: string; version: number };
  /** Signed, and waiting for its time; null while nothing waits. */
  scheduled: ScheduleDto | null;
  createdAt: string;
  updatedAt: string;
};

export type CommentDto = {
  id: string;
  author: { id: string; name: string };
  text: string;
  at: string;
  /** Whom it names. */
  mentions: { id: string; name: string }[];
  /** When it was said to need nothing more, and by whom. */
  resolved: { at: string; by: string } | null;
};

/** Whoever left has it no longer: the claim waits as if nobody had. */
export type Assignee = { id: string; name: string; hasLeft?: true };

export type ClaimRowDto = {
  id: string;
  text: string;
  state: ClaimState;
  topics: string[];
  importance: number;
  deadlineAt: string | null;
  /** About how many people saw or heard it. */
  reach: number | null;
  assignee: Assignee | null;
  evidenceCount: number;
  reviewCount: number;
  /** The claim that says most nearly the same, when one shares at least half of the words; for a person to judge. */
  similar: { id: string; text: string; state: ClaimState; publishAt: string | null } | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  publication?: { slug: string; version: number };
  /** Whether somebody else did something on it since the viewer last looked; never of one they did not look at. */
  isChanged: boolean;
  /** What the viewer said about hearing of it; null: nothing. */
  watch: "watching" | "muted" | null;
  /** When it will be published, once it is signed for a time. */
  publishAt: string | null;
  /** How what is public of it stands, as far as the viewer is shown it; left out while nothing is. */
  publicState?: DeskState;
};

export type GateDto = { revision: { number: number; hash: string }; issues: Issue[] };

export type ComparisonDto = {
  id: string;
  a: string;
  b: string;
  class: ComparisonClass;
  explanation: string;
  sameReport: boolean;
  status: "suggested" | "confirmed";
};
