import type { DossierVerdict } from "../claims/dossier";

/** A verdict of which nothing is written yet. */
export const blankVerdict: DossierVerdict = {
  version: 0,
  rating: null,
  finding: "",
  summary: [],
  writeUp: "",
  reconciliation: "",
  notEstablished: "",
  notInThisCheck: "",
  asOf: null,
};
