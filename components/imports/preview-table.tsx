import Link from "next/link";
import type { ReactNode } from "react";
import { stanceWords } from "@/components/evidence/stance-words";
import { places } from "@/components/layout/places";
import { LongText } from "@/components/ui/long-text";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Outcome, PreviewRow } from "@/lib/imports/preview";
import { saidInWords } from "@/lib/imports/row-note";
import type { RowSource } from "@/lib/imports/row-source";
import { RowSourceLine } from "./row-source-line";

/** So many rows show how the rest will be. */
const firstRows = 20;

type Props = { rows: readonly PreviewRow[]; hasBegun: boolean; sources: readonly RowSource[] };

/** The rows as claims: the first ones and each that needs a look; all of them once the import has begun. */
export function PreviewTable({ rows, hasBegun, sources }: Props) {
  const sourceOf = new Map(sources.map((source) => [source.line, source]));
  const shown = hasBegun
    ? rows
    : rows.filter((row, index) => index < firstRows || row.fate === "not-possible");
  if (shown.length === 0) return null;
  return (
    <div className="overflow-x-auto" role="region" aria-label="Rows of the sheet" tabIndex={0}>
      <table className="w-full text-start text-sm">
        <thead className="max-tabs:sr-only">
          <tr className="border-b">
            <Head>Row</Head>
            <Head>Claim</Head>
            <Head>Source</Head>
            <Head>{hasBegun ? "What became of it" : "What will become of it"}</Head>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={row.line}
              className="border-b align-top max-tabs:grid max-tabs:grid-cols-[2.5rem_minmax(0,1fr)] max-tabs:py-1.5"
            >
              <td className="pr-3 tabs:py-1.5">{row.line}</td>
              <td className="pr-3 max-tabs:col-start-2 tabs:w-2/5 tabs:py-1.5">
                <Claim row={row} />
              </td>
              <td className="pr-3 wrap-anywhere max-tabs:col-start-2 tabs:w-1/4 tabs:py-1.5">
                <Source row={row} />
              </td>
              <td className="normal-nums max-tabs:col-start-2 tabs:py-1.5">
                <Fate row={row} hasBegun={hasBegun} />
                {sourceOf.has(row.line) ? <RowSourceLine source={sourceOf.get(row.line)!} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length ? (
        <p className="mt-2 text-sm text-ink-3">
          {`${(rows.length - shown.length).toLocaleString("en-GB")} more rows are like these.`}
        </p>
      ) : null}
    </div>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="py-1 pr-3 text-left font-medium">
      {children}
    </th>
  );
}

function Claim({ row: { text, claim, sheetSaid, outcome } }: { row: PreviewRow }) {
  const facts = [claim?.claimant, claim?.place, claim?.topics?.join(", ")].filter(Boolean).join(" · ");
  const said = claim?.saidAt;
  const due = claim?.deadlineAt;
  return (
    <>
      {text === "" ? (
        <p className="text-ink-3">
          {outcome?.claimId
            ? "Read when the columns were chosen otherwise; as they are now, there is no claim in this row."
            : "No words in the column of the claim"}
        </p>
      ) : (
        <LongText text={text} className="font-serif wrap-anywhere">
          {text}
        </LongText>
      )}
      {said || facts ? (
        <p className="wrap-anywhere text-ink-3">
          {said ? <TimeAgo at={said} /> : null}
          {said && facts ? " · " : null}
          {facts}
        </p>
      ) : null}
      {due ? (
        <p className="text-ink-3">
          due <TimeAgo at={due} exact />
        </p>
      ) : null}
      <SheetSaid said={sheetSaid} />
    </>
  );
}

/** A sheet's own verdict, apart from everything that counts here. */
function SheetSaid({ said }: { said: PreviewRow["sheetSaid"] }) {
  if (said.length === 0) return null;
  const words = saidInWords(said);
  return (
    <LongText text={words} className="wrap-anywhere text-ink-3">
      The sheet said: {words}
    </LongText>
  );
}

function Source({ row: { source } }: { row: PreviewRow }) {
  const name = source.outlet ?? (source.url ? new URL(source.url).hostname : null);
  return (
    <>
      {name ? <p className="text-ink-2">{name}</p> : null}
      {source.quote ? (
        <LongText text={source.quote} className="font-serif">
          <q>{source.quote}</q>
        </LongText>
      ) : null}
      {source.stance ? <p className="text-ink-3">{stanceWords[source.stance]}</p> : null}
      {source.note ? (
        <LongText text={source.note} className="text-ink-3">
          {source.note}
        </LongText>
      ) : null}
    </>
  );
}

/** What became of a row, or what will: said of a row that waits while others went as of one that nothing was done with yet. */
function Fate({ row, hasBegun }: { row: PreviewRow; hasBegun: boolean }) {
  const yet = hasBegun ? "Still open: " : "";
  if (row.outcome) return <Became row={row} outcome={row.outcome} />;
  if (row.fate === "not-possible")
    return <p className="text-warn">{`${hasBegun ? "Not imported: " : ""}${row.problems.join(" ")}`}</p>;
  if (row.claimId)
    return (
      <p>
        {yet}
        <Link href={places.claim(row.claimId)} prefetch={false}>
          {hasBegun ? "already there" : "Already there"}
        </Link>
        {row.sheetSaid.length > 0
          ? "; only what the sheet said of it will be kept there, as a comment."
          : "; nothing will be added to it."}
      </p>
    );
  if (row.sameAs !== null)
    return (
      <p>
        {yet ? `${yet}says` : "Says"} the same as row {row.sameAs};{" "}
        {row.source.url || row.source.quote || row.source.note
          ? "its source will be added to that claim."
          : "nothing will be added to that claim."}
      </p>
    );
  return <p>{hasBegun ? "Still open: it will become a new claim." : "A new claim."}</p>;
}

/** Where the row could not be imported as it is now, why not: the reason that it had then helps nobody any more. */
function failedInWords({ claim, problems }: PreviewRow, { message }: Outcome): string {
  const nothing = "Not imported, nothing was made of this row:";
  return claim === null
    ? `${nothing} ${problems.join(" ")} Mend it in the sheet, then choose the file again.`
    : `${nothing} ${message}`;
}

/** Each begins with whether it was imported, and as what or why not. */
function Became({ row, outcome }: { row: PreviewRow; outcome: Outcome }) {
  if (outcome.claimId === null) return <p className="text-warn">{failedInWords(row, outcome)}</p>;
  const href = places.claim(outcome.claimId);
  const link = (words: string) => (
    <Link href={href} prefetch={false}>
      {words}
    </Link>
  );
  const isAlike = outcome.outcome === "there" && row.sameAs !== null;
  return (
    <p>
      {outcome.outcome === "failed" ? (
        <>Only a part was imported: {link("its claim")} is there, and is not made twice.</>
      ) : outcome.outcome === "created" ? (
        <>Imported as {link("a new claim")}.</>
      ) : isAlike ? (
        <>Imported as {link(`the same claim as row ${row.sameAs}`)}.</>
      ) : (
        <>Not imported: {link("the claim")} was there already.</>
      )}{" "}
      {outcome.message}
    </p>
  );
}
