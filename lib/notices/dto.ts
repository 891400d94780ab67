import type { DossierArticle } from "../claims/dossier";
import type { NoticeRecord } from "../publications/record";
import type { StandingNotice } from "../publications/standing-notices";

/** The draft of a public notice, with what an editor needs to judge it. */
export type PreparedNoticeDto = {
  id: string;
  claim: { id: string; text: string };
  /** `reliability`: what the desk holds of it now. */
  article: { id: string; name: string; reliability: DossierArticle["reliability"] };
  slug: string;
  kind: NoticeRecord["kind"];
  text: string;
  cause: "drift" | "reliability";
  version: number;
  state: "waiting" | "signed" | "dismissed" | "withdrawn";
  createdAt: string;
  editedBy: string | null;
  decided: { at: string; by: string | null; reason: string | null } | null;
};

/** What is said beside a claim's publication: `standing` is signed and readers see it, `drafts` wait for an editor. */
export type NoticesBeside = { standing: StandingNotice[]; drafts: PreparedNoticeDto[] };
