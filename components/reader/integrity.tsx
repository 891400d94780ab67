import type { ReaderWords } from "@/lib/words/reader";
import { bundlePath, readerPaths, recordPath, spokenPath, verifyPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

type AlteredProps = {
  sha256: string;
  links: readonly { href: string; text: string }[];
  /** What a check can tell, and what it cannot. */
  shows: string;
  words: ReaderWords;
};

/** "Has this page been altered?": the hash, where to check it, and what a check can and cannot tell. */
export function Altered({ sha256, links, shows, words }: AlteredProps) {
  const { title, hash } = words.verdict.altered;
  return (
    <section id="altered">
      <h2>{title}</h2>
      <p>
        <span className="quiet">{hash}</span>
        <code className="hash">{sha256}</code>
      </p>
      <ul className="inline">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <p className="quiet">{shows}</p>
    </section>
  );
}

/** The same for a version of a verdict. */
export function Integrity({
  site,
  slug,
  version,
  sha256,
  isWithheld = false,
  isRetraction = false,
  words,
}: {
  site: ReaderSite;
  slug: string;
  version: number;
  sha256: string;
  /** Its text is not served: the record's address says what stays public, and there is no bundle. */
  isWithheld?: boolean;
  /** There is a reason on the page, and no finding. */
  isRetraction?: boolean;
  words: ReaderWords;
}) {
  const { check, record, bundle, keys, shows, showsRetraction } = words.verdict.altered;
  const links = [
    { href: spokenPath(site, verifyPath(slug, version)), text: check },
    { href: recordPath(slug, version), text: record },
    ...(isWithheld ? [] : [{ href: bundlePath(slug, version), text: bundle }]),
    { href: readerPaths.keys, text: keys },
  ];
  return (
    <Altered sha256={sha256} links={links} shows={isRetraction ? showsRetraction : shows} words={words} />
  );
}
