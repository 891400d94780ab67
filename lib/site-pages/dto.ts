import type { PageChange } from "./versions";
import type { SitePageContent, SitePageName } from "./pages";
import type { PageState } from "./state";

/** A page in the desk's list. Times are ISO 8601. */
export type SitePageLine = {
  page: SitePageName;
  state: PageState;
  signed: { version: number; by: string; at: string } | null;
  /** The newest draft, when it is not what is signed. */
  draft: { by: string; at: string } | null;
  /** Of the ratings: the scale in use is another than the signed one. */
  isScaleChanged: boolean;
};

/** A page as it is edited and signed. */
export type SitePageDesk = SitePageLine & {
  /** The number to save over; 0 before anything was written. */
  draftNumber: number;
  /** The newest draft; null before anything was written. */
  content: SitePageContent | null;
  /** The version that signing would publish. */
  nextVersion: number;
  /** What differs from the signed version; null when nothing was signed before. */
  changes: PageChange[] | null;
  /** Whoever saved a draft since the last version. */
  writers: { name: string; drafts: number }[];
  /** Why this person cannot sign it now; null when they can. */
  cannotSign: { title: string; what: string } | null;
  /** The newsroom lets one person write and sign, and this person wrote: a printed reason is asked for. */
  asksSelfSignReason: boolean;
};
