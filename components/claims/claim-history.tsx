import Link from "next/link";
import { places } from "@/components/layout/places";
import { EmptyState } from "@/components/ui/empty-state";
import { PaginationNext } from "@/components/ui/pagination-next";
import { TimeAgo } from "@/components/ui/time-ago";
import { entryWords, fieldWords } from "./entry-words";

/** One entry of the log as the desk reads it. */
export type HistoryEntry = {
  id: string;
  at: string;
  /** `null`: done by the machine, for instance a fetched page. */
  who: string | null;
  /** The event's name: `claim.created`, `evidence.added`, `verdict.signed-off` … */
  event: string;
  /** What it was about, when it may be told: the quote, the new state, the reason. */
  detail?: string | null;
  /** Names of the fields that were changed. */
  fields?: string[];
  /** The words it was about, for evidence; `evidenceId` while it is on the claim. */
  quote?: { words: string; articleId: string; evidenceId: string | null } | null;
  /** The article that it was about. */
  article?: { id: string; name: string } | null;
  /** The revision after it. */
  revision?: number | null;
};

type Props = { claimId: string; entries: HistoryEntry[]; nextHref?: string | null; now?: string };

/** What happened to a claim, newest first, as the log has it. */
export function ClaimHistory({ claimId, entries, nextHref = null, now }: Props) {
  if (entries.length === 0) {
    return (
      <EmptyState title="Nothing has happened yet">Every change to the claim will be listed here.</EmptyState>
    );
  }
  const newest = entries[0]!.id;
  return (
    <>
      <ol className="border-b">
        {together(entries).map((entry) => (
          <li key={entry.id} className="grid gap-x-4 border-t py-2 tabs:grid-cols-[10rem_minmax(0,1fr)]">
            <p className="text-ink-3">
              <TimeAgo at={entry.at} now={now} />
              {entry.id === newest ? null : (
                <>
                  <span className="tabs:hidden"> · </span>
                  <Link
                    href={`${places.history(claimId)}?after=${encodeURIComponent(entry.id)}`}
                    className="inline-block py-0.5 text-sm whitespace-nowrap tabs:block tabs:w-fit"
                  >
                    what changed since
                    <span className="sr-only">
                      {" "}
                      <TimeAgo at={entry.at} exact />, {entryWords(entry.event)}
                    </span>
                  </Link>
                </>
              )}
            </p>
            <div>
              <p>
                <strong className="font-semibold">{entry.who ?? "Countersign"}</strong>{" "}
                {entryWords(entry.event)}
                {entry.times > 1 ? `, ${entry.times} times` : null}
                {entry.fields?.length ? `: ${entry.fields.map(fieldWords).join(", ")}` : null}
                {entry.revision ? <span className="text-ink-3"> · revision {entry.revision}</span> : null}
              </p>
              {entry.article ? (
                <p dir="auto" className="line-clamp-2 wrap-anywhere text-ink-2">
                  <Link href={places.article(entry.article.id)}>{entry.article.name}</Link>
                </p>
              ) : null}
              {entry.detail ? <p className="line-clamp-4 wrap-anywhere text-ink-2">{entry.detail}</p> : null}
              {entry.quote ? (
                <p dir="auto" className="line-clamp-4 font-serif wrap-anywhere text-ink-2">
                  <Link
                    href={
                      entry.quote.evidenceId
                        ? `${places.claim(claimId)}#evidence-${entry.quote.evidenceId}`
                        : places.article(entry.quote.articleId)
                    }
                  >
                    <q>{entry.quote.words}</q>
                  </Link>
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      <PaginationNext href={nextHref} label="Earlier" />
    </>
  );
}

/** Nothing tells it from another of its kind. */
function isBare({ detail, fields, quote, article }: HistoryEntry): boolean {
  return !detail && !quote && !article && !fields?.length;
}

/** The same thing done by the same person several times in a row is one line. */
function together(entries: HistoryEntry[]): (HistoryEntry & { times: number })[] {
  const lines: (HistoryEntry & { times: number })[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const isSame =
      last && last.event === entry.event && last.who === entry.who && isBare(last) && isBare(entry);
    if (isSame) last.times += 1;
    else lines.push({ ...entry, times: 1 });
  }
  return lines;
}
