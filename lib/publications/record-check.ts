import type { VerificationReason } from "./sign";

/** Why a record is not what was signed, or not what stands at its address. */
export type RecordProblem = VerificationReason | "another-address" | "another-before" | "unreadable";

/** What the server found when it checked the record that was asked for. */
export type RecordCheck =
  | {
      outcome: "matches";
      slug: string;
      version: number;
      sha256: string;
      signature: string;
      keyId: string;
      publishedAt: string;
      signerName: string;
      /** Place in the public log; `null` until it is sealed, which takes about a second. */
      logIndex: number | null;
    }
  | { outcome: "differs"; slug: string; version: number; reason: RecordProblem }
  | { outcome: "unknown"; slug: string; version: number | null };
