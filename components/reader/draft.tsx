import type { ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { When } from "./when";

/** Of a preview: nothing of it is published, so it says no time as if it were. */
export type Draft = {
  /** When it will be published; `null` where nobody signed it yet. */
  publishAt: string | null;
  /** When version 1 was published; `null` where this is it. */
  firstPublishedAt: string | null;
};

/** "scheduled for 3 July 2024, 06:00 UTC", or "not published yet". */
export function WhenPublished({ draft, words }: { draft: Draft; words: ReaderWords }) {
  const { scheduledFor, notPublished } = words.verdict.draft;
  if (draft.publishAt === null) return notPublished;
  return <Phrase say={scheduledFor} with={{ when: <When iso={draft.publishAt} words={words} exact /> }} />;
}
