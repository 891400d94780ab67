import type { ReaderWords } from "@/lib/words/reader";
import { peopleDate, peopleDay, readDate } from "./dates";

/** A date as people say it; the exact time shows on hover and is in the markup. */
export function When({ iso, words, exact = false }: { iso: string; words: ReaderWords; exact?: boolean }) {
  const shown = exact ? peopleDate(iso, words) : peopleDay(iso, words);
  if (readDate(iso) === null) return <>{shown}</>;
  const full = peopleDate(iso, words);
  return (
    <time dateTime={iso.trim()} title={full === shown ? undefined : full}>
      {shown}
    </time>
  );
}
