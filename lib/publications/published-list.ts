import type { NoticeRecord } from "./record";

/** Something published, as the desk's list has it; its time is ISO 8601. */
export type PublishedItem = {
  id: string;
  claimId: string;
  slug: string;
  version: number;
  kind: string;
  rating: string | null;
  /** The word it was signed with; null of a retraction. */
  ratingLabel: string | null;
  claimText: string;
  finding: string;
  publishedAt: string;
  /** Why it was retracted; null of what was not. */
  reason: string | null;
  /** The newest notice of each kind that was ever signed beside it. */
  notices: { kind: NoticeRecord["kind"]; text: string }[];
};

/** What the desk's list of what is published can be narrowed to, in the words of its tabs. */
export const publishedOnlyWords = { correction: "Correction open", retracted: "Retracted" } as const;
export type PublishedOnly = keyof typeof publishedOnlyWords;

/** What an address asks for; everything where it asks for nothing that is known. */
export function publishedOnly(asked: string | undefined): PublishedOnly | undefined {
  return asked === "correction" || asked === "retracted" ? asked : undefined;
}
