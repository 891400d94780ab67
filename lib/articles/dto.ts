import type { KnownInterests } from "../entities/interests";
import type { DossierArticle, AttributionType } from "../claims/dossier";
import type { OnClaim } from "../attributions/on-claim";
import type { Figure } from "../figures/figure";

/** An article as the desk and the API see it. */
export type ArticleDto = {
  id: string;
  state: DossierArticle["state"];
  failure: { code: string; message: string } | null;
  url: string | null;
  canonicalUrl: string | null;
  title: string | null;
  outlet: string | null;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
  kind: DossierArticle["kind"];
  primary: boolean;
  interests: string | null;
  /** Where the interests are known from. */
  interestsSource: string | null;
  notObtainable: string | null;
  reliability: DossierArticle["reliability"];
  reliabilityReason: string | null;
  version: number;
  createdAt: string;
  capture: CaptureDto | null;
  captures: CaptureSummaryDto[];
  attributions: AttributionDto[];
  figures: Figure[];
  suggestedClaims: SuggestedClaimDto[];
  nearDuplicates: NearDuplicateDto[];
};

/** Another article of nearly the same words: shares, 0 to 1, of both texts and of the shorter one. */
export type NearDuplicateDto = {
  articleId: string;
  similarity: number;
  containment: number;
  title: string | null;
  outlet: string | null;
};

export type CaptureSummaryDto = {
  id: string;
  sha256: string;
  method: "fetched" | "uploaded" | "pasted";
  capturedAt: string;
  expunged: boolean;
};

export type CaptureDto = CaptureSummaryDto & {
  /** The main text: the ranges joined by blank lines. */
  text: string;
  /** All of the page's text; offsets of quotes are code points over this. */
  fullText: string;
  /** Main text as half-open ranges over `fullText`, code points. */
  mainRanges: [number, number][];
  /** 0 for what has no pages. */
  pageCount: number;
};

export type SuggestedClaimDto = {
  quote: { exact: string; prefix: string; suffix: string; start: number; end: number };
  score: number;
  reasons: string[];
};

export type AttributionDto = {
  id: string;
  type: AttributionType;
  from: { articleId: string; outlet: string | null; title: string | null };
  to:
    | {
        articleId: string;
        outlet: string | null;
        title: string | null;
        state: DossierArticle["state"];
        notObtainable: string | null;
      }
    | {
        origin: {
          id: string;
          name: string;
          kind: string;
          primary: boolean;
          naming: string;
          /** An editor's word that this unnamed source is a separate one. */
          attested: { reason: string } | null;
          /** What it gains or loses by what it says, and where that is known from. */
          interests: { words: string; source: string } | null;
          /** What is noted of the person or organisation of this name, for all claims; the desk's, and not printed. */
          known?: KnownInterests | null;
        };
      };
  /** What holds for every claim that rests on the article. */
  status: "suggested" | "confirmed" | "rejected";
  reason: { rule: string; quote: string | null } | null;
  /** What was decided for single claims, which goes before `status` there. */
  onClaims: (OnClaim & { text: string })[];
};

/** A claim that rests on an article: it quotes it, or appeared there. */
export type LeaningClaimDto = { id: string; text: string };

/** How many claims rest on an article, the newest of them, and which of those decided apart rest on it (ids). */
export type LeaningDto = { count: number; newest: LeaningClaimDto[]; apart: string[] };

/** A passage already used, to be highlighted in the article. */
export type HighlightDto = {
  start: number;
  end: number;
  claimId: string;
  claimText: string;
  use: "claim" | "supports" | "disputes" | "context";
};

export type ArticleRowDto = Pick<
  ArticleDto,
  "id" | "state" | "title" | "outlet" | "url" | "publishedAt" | "kind" | "createdAt" | "failure"
> & {
  /** How often it is quoted as evidence. */
  evidenceCount: number;
  /** Articles that people confirmed to have something from it. */
  leaningCount: number;
};
