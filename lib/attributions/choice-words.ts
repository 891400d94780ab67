import type { AttributionType, DossierOrigin } from "../claims/dossier";

/** What the desk's form calls the ways in which an article leans on something, in its order. */
export const attributionTypeWords: Record<AttributionType, string> = {
  cites: "credits",
  republishes: "republishes",
  "uncredited-rewrite": "rewrites without credit",
  "same-press-release": "same press release",
  "same-dataset": "same data",
  "same-interview": "same interview",
  "same-owner": "same owner",
  "own-reporting": "own reporting: this article was there first",
};

/** How an article leans on another or on an origin: "this article … that". */
export const attributionVerbs: Record<AttributionType, string> = {
  republishes: "republishes",
  cites: "credits",
  "uncredited-rewrite": "rewrites, without credit,",
  "same-press-release": "draws on the same press release as",
  "same-dataset": "draws on the same data as",
  "same-interview": "draws on the same interview as",
  "same-owner": "has the same owner as",
  "own-reporting": "is its own reporting",
};

/** What the desk's form calls the ways in which an origin is named. */
export const namingWords: Record<DossierOrigin["naming"], string> = {
  named: "named",
  "unnamed-known-to-us": "unnamed, known to us",
  "unnamed-known-to-relay": "unnamed, known only to the outlet",
};
