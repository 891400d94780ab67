import type { CorrectionClass } from "../claims/dossier";
import type { SitePageName } from "../site-pages/pages";
import type { PublicationRecord, WithholdingReason } from "./record";
import type { VerificationReason } from "./sign";

/** What a signed record is of: a verdict, or a page that the newsroom wrote about itself. */
export type RecordSubject = { of: "verdict"; slug: string } | { of: "page"; page: SitePageName };

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

/** The finding that a record prints, with its rating, in the language of the record. */
export type FoundInRecord = Pick<PublicationRecord, "finding" | "rating" | "language">;

/** What the server found when it checked the record that was asked for. */
export type RecordCheck =
  | {
      outcome: "matches";
      subject: RecordSubject;
      version: number;
      isRetraction: boolean;
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
      /** What a verdict is named by; `null` of a page, a retraction, and what is withheld or was retracted since. */
      found: FoundInRecord | null;
      /** Place in the public log; `null` until it is sealed, which takes about a second. */
      logIndex: number | null;
    }
  | { outcome: "differs"; subject: RecordSubject; version: number; reason: RecordProblem }
  | { outcome: "unknown"; subject: RecordSubject; version: number | null };
