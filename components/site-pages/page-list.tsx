import Link from "next/link";
import { places } from "@/components/layout/places";
import { Pill } from "@/components/ui/pill";
import { TimeAgo } from "@/components/ui/time-ago";
import { sitePageTitles, type SitePageName } from "@/lib/site-pages/pages";
import type { SitePageLine } from "@/lib/site-pages/dto";
import { DraftLine } from "./draft-line";
import { pageStateInWords } from "./state-words";

type Props = {
  pages: readonly SitePageLine[];
  maySign: boolean;
  /** What readers see the pages called, and in which language. */
  titles: Record<SitePageName, string>;
  language: string;
};

/** Each page with where it stands: what readers see, and what waits. */
export function SitePageList({ pages, maySign, titles, language }: Props) {
  return (
    <ul className="border-b">
      {pages.map((line) => (
        <li key={line.page} className="border-t py-3">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Link href={places.sitePage(line.page)} className="font-semibold">
              {sitePageTitles[line.page]}
            </Link>
            <span className="text-sm text-ink-3">
              on the site: <span lang={language}>{titles[line.page]}</span>
            </span>
            <Pill>{pageStateInWords(line)}</Pill>
            {maySign && line.state === "waiting" ? (
              <Link href={places.signSitePage(line.page)}>Read and sign</Link>
            ) : null}
          </div>
          <p className="text-sm text-ink-2">{whatReadersSee(line)}</p>
          <p className="text-sm text-ink-3">
            <DraftLine {...line} />
          </p>
          {line.isScaleChanged ? (
            <p className="text-sm text-ink-3">
              The scale was changed since. Save this page again, so that it can be signed with the scale in
              use.
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function whatReadersSee({ page, signed }: SitePageLine) {
  if (signed)
    return (
      <>
        Readers see <a href={`/${page}`}>version {signed.version}</a>, signed by {signed.by},{" "}
        <TimeAgo at={signed.at} />.
      </>
    );
  if (page === "methodology") return "Readers see the standard text that comes with Countersign.";
  return page === "ratings" ? "Readers see the scale with nothing above it." : "Readers see no such page.";
}
