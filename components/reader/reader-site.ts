import type { CorrectionClass } from "@/lib/claims/dossier";
import type { PublicationRecord } from "@/lib/publications/record";

/** What every readers' page says about the newsroom itself. */
export type ReaderSite = {
  name: string;
  /** Absolute, without a slash at the end. */
  url: string;
  /** BCP 47 tag of the pages that are not verdicts. */
  language: string;
};

export type PublicRating = PublicationRecord["rating"];

/** One verdict in a list. */
export type VerdictListItem = {
  slug: string;
  language: string;
  label: string | null;
  rating: Pick<PublicRating, "code" | "label" | "number">;
  finding: string;
  claim: string;
  claimant: string | null;
  topics: string[];
  publishedAt: string;
  /** When the version on show replaced an earlier one; `null` for a first version. */
  changed: { class: CorrectionClass; at: string } | null;
};

export type DiffPart = { op: "same" | "del" | "ins"; text: string };

/** One version of a verdict, with what changed since the one before it, field by field. */
export type PublicVersion = {
  version: number;
  kind: "publication" | "retraction";
  publishedAt: string;
  class: CorrectionClass | null;
  reason: string | null;
  sha256: string;
  url: string;
  changes: { label: string; diff: DiffPart[] }[];
};

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** Writing direction of a BCP 47 tag; a script subtag decides before the language does. */
export function directionOf(language: string | null): "ltr" | "rtl" {
  const [base = "", ...rest] = (language ?? "").toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined)
    return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].includes(script) ? "rtl" : "ltr";
  return rightToLeft.has(base) ? "rtl" : "ltr";
}
