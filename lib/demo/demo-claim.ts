import type { Mark, Stance } from "../claims/vocabulary";
import type { DemoArticle } from "./articles";

type DemoEvidence = {
  key: string;
  article: DemoArticle;
  exact: string;
  stance: Stance;
  shows: string;
  decisive?: string;
};

/**
 * Where an article has this claim from, decided for this claim alone: another article or an origin that a rule suggested,
 * or that the article saw it for itself.
 */
type DemoRoute = { from: DemoArticle } & (
  { origin: string } | { cites: DemoArticle } | { isOwnReporting: true }
);

export type DemoClaim = {
  key: string;
  text: string;
  kind?: "said" | "so" | "forecast" | "image-or-video";
  claimant?: string;
  saidAt?: string;
  topics: string[];
  why?: string;
  from?: { article: DemoArticle; exact: string };
  evidence?: DemoEvidence[];
  routes?: DemoRoute[];
  searches?: { where: string; query: string; side: "supports" | "disputes"; note: string }[];
  marks?: { one: { mark: Mark; rationale: string }; two?: { mark: Mark; rationale: string } };
  /** `[^key]` in the write-up stands for the evidence of that key. */
  verdict?: {
    rating: string;
    finding: string;
    summary: string[];
    writeUp: string;
    notEstablished?: string;
    notInThisCheck?: string;
  };
  overrides?: { code: string; reason: string }[];
  correction?: { class: "correction"; reason: string; finding: string; summary: string[]; writeUp: string };
  retraction?: string;
  until: "new" | "declined" | "researching" | "in-review" | "ready" | "published" | "corrected" | "retracted";
};
