import type { Choices } from "../newsroom-figures/figures";
import type { PublicVersion } from "../publications/record";
import type { CodeName, SitePageName } from "../site-pages/pages";

/** All that an application is made of, as it stands in the records. */
export type ApplicationFacts = {
  /** ISO 8601 with zone: the figures are of this moment. */
  asOf: string;
  site: { name: string; url: string };
  /** Whose clocks tell where a month begins: an IANA name, the newsroom's. */
  timeZone: string;
  /** Every verdict, each with all its signed versions, oldest first. */
  verdicts: PublicVersion[][];
  /** What was looked at and chosen or left, beside what was published, in the period. */
  ledger: Choices;
  /** Newest signed version of each page that has one. */
  pages: { page: SitePageName; version: number; publishedAt: string }[];
  /** The codes that the signed contact page says the newsroom has signed. */
  signatoryOf: CodeName[];
  isOnePersonDesk: boolean;
};
