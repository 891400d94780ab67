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

/** What the desk's form calls the ways in which an origin is named. */
export const namingWords: Record<DossierOrigin["naming"], string> = {
  named: "named",
  "unnamed-known-to-us": "unnamed, known to us",
  "unnamed-known-to-relay": "unnamed, known only to the outlet",
};
