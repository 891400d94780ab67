import type { ReactNode } from "react";
import type { MonthCount, RatingCount } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { peopleDay } from "./dates";
import { Phrase } from "./phrase";
import { RatingCounts, RatingLine } from "./rating-counts";
import { ReaderDocument } from "./reader-document";
import { monthPath, readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

type ArchiveProps = {
  site: ReaderSite;
  /** Newest first. */
  months: readonly MonthCount[];
  ratings: readonly Rating[];
  label?: string | null;
};

/** How many verdicts counts come to. */
export function totalOf(counts: readonly RatingCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function allOf(months: readonly MonthCount[]): RatingCount[] {
  const all = new Map<string, RatingCount>();
  for (const one of months.flatMap(({ ratings }) => ratings))
    all.set(one.rating, { ...one, count: one.count + (all.get(one.rating)?.count ?? 0) });
  return [...all.values()];
}

function Year({
  year,
  months,
  most,
  site,
  ratings,
  words,
}: ArchiveProps & { year: string; most: number; words: ReaderWords }) {
  const { archive } = words.browse;
  return (
    <section>
      <h2>{year}</h2>
      <table className="counts">
        <thead>
          <tr>
            <th scope="col" className="month">
              {archive.month}
            </th>
            <th scope="col">{archive.ratedAs}</th>
            <th scope="col">{archive.number}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, ratings: counts }) => (
            <tr key={month}>
              <th scope="row" className="nowrap">
                <a href={spokenPath(site, monthPath(month))}>{peopleDay(month, words)}</a>
              </th>
              <td>
                <RatingLine site={site} counts={counts} scale={ratings} words={words} of={most} />
              </td>
              <td>{words.speech.number(totalOf(counts))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** All verdicts that stand, by month, with what they found. */
export function ArchivePage(props: ArchiveProps) {
  const { site, months, ratings } = props;
  const words = readerWords(site.speaks);
  const { archive } = words.browse;
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const most = Math.max(...months.map((month) => totalOf(month.ratings)));
  const corrections = (inside: ReactNode) => <a href={spokenPath(site, readerPaths.corrections)}>{inside}</a>;
  return (
    <ReaderDocument
      site={site}
      title={archive.title}
      description={archive.description(site.name)}
      path={readerPaths.archive}
      label={props.label ?? null}
      current="archive"
    >
      <main id="main" className="wrap page reading">
        <h1>{archive.title}</h1>
        <p className="lead">
          <Phrase say={archive.lead} with={{ link: corrections }} />
        </p>
        {months.length === 0 ? (
          <p className="empty">{archive.empty}</p>
        ) : (
          <RatingCounts
            site={site}
            counts={allOf(months)}
            scale={ratings}
            words={words}
            caption={archive.ratings}
          />
        )}
        {years.map((year) => (
          <Year
            key={year}
            {...props}
            year={year}
            months={months.filter(({ month }) => month.startsWith(year))}
            most={most}
            words={words}
          />
        ))}
      </main>
    </ReaderDocument>
  );
}
