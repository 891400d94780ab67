import type { RatingCount } from "@/lib/publications/listing";
import type { Rating } from "@/lib/settings/ratings";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { totalOf } from "./archive-page";
import { peopleDay } from "./dates";
import { RatingCounts } from "./rating-counts";
import { ReaderDocument } from "./reader-document";
import { monthPath, readerPaths, spokenPath } from "./reader-paths";
import type { ReaderSite, VerdictListItem } from "./reader-site";
import { Pager, VerdictList } from "./verdict-list";

export type MonthPageProps = {
  site: ReaderSite;
  /** `2023-07`, UTC. */
  month: string;
  counts: readonly RatingCount[];
  ratings: readonly Rating[];
  items: readonly VerdictListItem[];
  /** The nearest months that have any. */
  earlier: string | null;
  later: string | null;
  newerUrl?: string | null;
  olderUrl?: string | null;
  label?: string | null;
};

function Months({ site, earlier, later, words }: MonthPageProps & { words: ReaderWords }) {
  const { archive } = words.browse;
  const link = (month: string, rel: "prev" | "next") => (
    <a href={spokenPath(site, monthPath(month))} rel={rel}>
      {peopleDay(month, words)}
    </a>
  );
  return (
    <nav className="pager" aria-label={archive.months}>
      {later === null ? <span /> : link(later, "next")}
      <a href={spokenPath(site, readerPaths.archive)}>{archive.whole}</a>
      {earlier === null ? <span /> : link(earlier, "prev")}
    </nav>
  );
}

/** Verdicts that were first published in one month. */
export function MonthPage(props: MonthPageProps) {
  const { site, month, counts, newerUrl = null, olderUrl = null } = props;
  const words = readerWords(site.speaks);
  const { archive, verdicts } = words.browse;
  const shown = peopleDay(month, words);
  return (
    <ReaderDocument
      site={site}
      title={archive.monthTitle(shown)}
      description={archive.monthDescription(shown, site.name)}
      path={monthPath(month)}
      isHidden={newerUrl !== null}
      label={props.label ?? null}
      current="archive"
    >
      <main id="main" className="wrap page">
        <h1>{archive.monthTitle(shown)}</h1>
        {newerUrl === null ? (
          <RatingCounts
            site={site}
            counts={counts}
            scale={props.ratings}
            words={words}
            caption={verdicts(totalOf(counts))}
          />
        ) : null}
        <h2 className="result-count">{words.shell.verdicts}</h2>
        <VerdictList site={site} items={props.items} words={words} headingLevel={3} />
        <Pager newerUrl={newerUrl} olderUrl={olderUrl} words={words} />
        <Months {...props} words={words} />
      </main>
    </ReaderDocument>
  );
}
