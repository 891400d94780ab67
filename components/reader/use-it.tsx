import type { ReactNode } from "react";
import type { PublicationRecord } from "@/lib/publications/record";
import { peopleDay } from "./dates";
import type { ReaderWords } from "@/lib/words/reader";
import { ratedTitle } from "@/lib/publications/rated-title";
import { xmlText } from "@/lib/publications/xml";
import { cmsBlock } from "./cms-block";
import { Phrase } from "./phrase";
import { embedPath, recordPath, reportPath, spokenPath, verdictPath, versionPath } from "./reader-paths";
import { contentIn, type ReaderSite } from "./reader-site";

type Props = { site: ReaderSite; record: PublicationRecord; words: ReaderWords };

function embedCode(site: ReaderSite, record: PublicationRecord): string {
  const src = xmlText(site.url + embedPath(record.slug));
  const title = xmlText(ratedTitle(record));
  return `<iframe src="${src}" title="${title}" width="100%" height="340" loading="lazy" sandbox="allow-popups"></iframe>`;
}

function shareLinks(address: string, words: string, email: string): { name: string; href: string }[] {
  const query = (entries: Record<string, string>) =>
    Object.entries(entries)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join("&");
  const both = `${words} ${address}`;
  return [
    { name: email, href: `mailto:?${query({ subject: words, body: address })}` },
    { name: "WhatsApp", href: `https://wa.me/?${query({ text: both })}` },
    { name: "Bluesky", href: `https://bsky.app/intent/compose?${query({ text: both })}` },
    { name: "X", href: `https://x.com/intent/post?${query({ text: words, url: address })}` },
  ];
}

function DataLinks({ record, words: { use } }: { record: PublicationRecord; words: ReaderWords }) {
  const path = recordPath(record.slug, record.version);
  return (
    <ul className="inline" aria-label={use.data}>
      <li className="quiet">{use.asData}</li>
      <li>
        <a href={`${path}/export.csv`}>CSV</a>
      </li>
      <li>
        <a href={`${path}/export.json`}>JSON</a>
      </li>
      <li>
        <a href={`${path}/annotations.jsonld`}>{use.annotations}</a>
      </li>
    </ul>
  );
}

function Cite({ site, record, words }: Props) {
  const fixed = site.url + versionPath(record.slug, record.version);
  return (
    <p>
      <Phrase
        say={words.use.cite}
        with={{
          publisher: <bdi>{record.publisher.name}</bdi>,
          finding: <bdi {...contentIn(record.language, words)}>{record.finding}</bdi>,
          version: record.version,
          day: peopleDay(record.publishedAt, words),
          link: <a href={fixed}>{fixed}</a>,
        }}
      />
    </p>
  );
}

/** Code to paste into another page. */
function Embed({ site, record, words: { use: said } }: Props) {
  return (
    <>
      <details>
        <summary>{said.embed}</summary>
        <pre tabIndex={0} aria-label={said.embedCode} dir="ltr">
          <code>{embedCode(site, record)}</code>
        </pre>
      </details>
      <details>
        <summary>{said.block}</summary>
        <p className="quiet">{said.blockHint}</p>
        <pre tabIndex={0} aria-label={said.blockCode} dir="ltr">
          <code>{cmsBlock(site, record)}</code>
        </pre>
      </details>
    </>
  );
}

function Share({ site, record, words: { use: said } }: Props) {
  const address = site.url + verdictPath(record.slug);
  return (
    <ul className="inline" aria-label={said.share}>
      {shareLinks(address, `${record.rating.label}: ${record.finding}`, said.email).map(({ name, href }) => (
        <li key={name}>
          <a href={href} rel="noopener">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/**
 * Cite, embed and share, all as plain text and links; the rating travels with the finding. What holds no longer can be
 * cited as the version that it is, and is not offered for spreading.
 */
export function UseIt({ isCurrent, ...props }: Props & { isCurrent: boolean }) {
  const { record, words } = props;
  return (
    <section id="use">
      <h2>{words.use.title}</h2>
      <Cite {...props} />
      {isCurrent ? <Embed {...props} /> : null}
      <DataLinks record={record} words={words} />
      {isCurrent ? <Share {...props} /> : null}
    </section>
  );
}

/** Where to say that something is wrong. */
export function ReportLine({ site, slug, words }: { site: ReaderSite; slug: string; words: ReaderWords }) {
  const { title, text } = words.verdict.wrong;
  const link = (inside: ReactNode) => <a href={spokenPath(site, reportPath(slug))}>{inside}</a>;
  return (
    <section id="report">
      <h2>{title}</h2>
      <p>
        <Phrase say={text} with={{ link }} />
      </p>
    </section>
  );
}
