import type { PublicVersion } from "../publications/record";
import type { CodeName, SitePageName } from "../site-pages/pages";

/** What was looked at and chosen or left, beside what was published; counts since the period began. */
export type SelectionLedger = {
  claims: number;
  declined: { reason: string; count: number }[];
  tips: { received: number; chosen: number; declined: number };
};

/** All that an application is made of, as it stands in the records. */
export type ApplicationFacts = {
  /** ISO 8601 with zone: the figures are of this moment. */
  asOf: string;
  site: { name: string; url: string };
  /** Whose clocks tell where a month begins: an IANA name, the newsroom's. */
  timeZone: string;
  /** Every verdict, each with all its signed versions, oldest first. */
  verdicts: PublicVersion[][];
  ledger: SelectionLedger;
  /** Newest signed version of each page that has one. */
  pages: { page: SitePageName; version: number; publishedAt: string }[];
  /** The codes that the signed contact page says the newsroom has signed. */
  signatoryOf: CodeName[];
  isOnePersonDesk: boolean;
};
