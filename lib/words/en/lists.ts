import type { CorrectionClass } from "../../claims/dossier";

/** Lists of verdicts, whichever page they stand on. */
export const lists = {
  theClaim: "The claim:",
  claimBy: "The claim, by <who/>:",
  /** Before a date, in the middle of a line. */
  changed: {
    typo: "typing error put right",
    clarification: "clarified",
    update: "updated",
    correction: "corrected",
    "verdict-change": "verdict changed",
  } satisfies Record<CorrectionClass, string>,
  pages: "Pages",
  newer: "Newer",
  older: "Older",
};
