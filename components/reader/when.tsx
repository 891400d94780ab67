import { peopleDate, peopleDay, readDate } from "./dates";

/** A date as people say it; the exact time shows on hover and is in the markup. */
export function When({ iso, exact = false }: { iso: string; exact?: boolean }) {
  const words = exact ? peopleDate(iso) : peopleDay(iso);
  if (readDate(iso) === null) return <>{words}</>;
  const full = peopleDate(iso);
  return (
    <time dateTime={iso.trim()} title={full === words ? undefined : full}>
      {words}
    </time>
  );
}
