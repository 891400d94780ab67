import type { CorrectionClass } from "../claims/dossier";
import type { WithholdingReason } from "./record";
import type { VerificationReason } from "./sign";

/** Why a record is not what was signed, or not what stands at its address. */
export type RecordProblem = VerificationReason | "another-address" | "another-before" | "unreadable";

/**
 * The version that holds in the place of another: its kind of change where one was named, and when that was published. Of
 * one whose text is withheld it is said why, and not what it put right; of one that is not what was signed (`differs`)
 * nothing else is said.
 */
export type LaterRecord =
  | {
      version: number;
      change: CorrectionClass | "retraction" | null;
      publishedAt: string;
      withheldFor: WithholdingReason | null;
    }
  | { version: number; change: "differs" };

/** What the server found when it checked the record that was asked for. */
export type RecordCheck =
  | {
      outcome: "matches";
      slug: string;
      version: number;
      kind: "publication" | "retraction";
      /** What holds now, when that is another version. */
      later: LaterRecord | null;
      sha256: string;
      signature: string;
      keyId: string;
      publishedAt: string;
      /** Why its text is withheld from readers; `null` while it can be read. */
      withheldFor: WithholdingReason | null;
      /** `null` of one whose text is withheld. */
      signerName: string | null;
      /** Place in the public log; `null` until it is sealed, which takes about a second. */
      logIndex: number | null;
    }
  | { outcome: "differs"; slug: string; version: number; reason: RecordProblem }
  | { outcome: "unknown"; slug: string; version: number | null };
