import { en } from "@/lib/words/en";
import type { PublicationRecord } from "@/lib/publications/record";
import { peopleDay } from "./dates";
import { xmlText } from "@/lib/publications/xml";
import { cmsBlock } from "./cms-block";
import { embedPath, recordPath, reportPath, verdictPath, versionPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

function embedCode(site: ReaderSite, record: PublicationRecord): string {
  const src = xmlText(site.url + embedPath(record.slug));
  const title = xmlText(`${record.rating.label}: ${record.finding}`);
  return `<iframe src="${src}" title="${title}" width="100%" height="340" loading="lazy" sandbox="allow-popups"></iframe>`;
}

function shareLinks(address: string, words: string): { name: string; href: string }[] {
  const query = (entries: Record<string, string>) =>
    Object.entries(entries)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join("&");
  const both = `${words} ${address}`;
  return [
    { name: "E-mail", href: `mailto:?${query({ subject: words, body: address })}` },
    { name: "WhatsApp", href: `https://wa.me/?${query({ text: both })}` },
    { name: "Bluesky", href: `https://bsky.app/intent/compose?${query({ text: both })}` },
    { name: "X", href: `https://x.com/intent/post?${query({ text: words, url: address })}` },
  ];
}

function DataLinks({ record }: { record: PublicationRecord }) {
  const path = recordPath(record.slug, record.version);
  return (
    <ul className="inline" aria-label="Data">
      <li className="quiet">As data:</li>
      <li>
        <a href={`${path}/export.csv`}>CSV</a>
      </li>
      <li>
        <a href={`${path}/export.json`}>JSON</a>
      </li>
      <li>
        <a href={`${path}/annotations.jsonld`}>Annotations</a>
      </li>
    </ul>
  );
}

/** Cite, embed and share, all as plain text and links; the rating travels with the finding. */
export function UseIt({ site, record }: { site: ReaderSite; record: PublicationRecord }) {
  const address = site.url + verdictPath(record.slug);
  const fixed = site.url + versionPath(record.slug, record.version);
  const words = `${record.rating.label}: ${record.finding}`;
  return (
    <section id="use">
      <h2>Cite, embed, share</h2>
      <p className="cite-text">
        {record.publisher.name}, “{record.finding}”, version {record.version},{" "}
        {peopleDay(record.publishedAt, en)}, <a href={fixed}>{fixed}</a>
      </p>
      <details>
        <summary>Embed this verdict</summary>
        <pre tabIndex={0} aria-label="Code to embed">
          <code>{embedCode(site, record)}</code>
        </pre>
      </details>
      <details>
        <summary>HTML block for WordPress or Ghost</summary>
        <p className="quiet">
          WordPress: a “Custom HTML” block. Ghost: an “HTML” card. It is a copy with its version and date; its
          link leads to what holds now.
        </p>
        <pre tabIndex={0} aria-label="HTML block to copy">
          <code>{cmsBlock(site, record)}</code>
        </pre>
      </details>
      <DataLinks record={record} />
      <ul className="inline" aria-label="Share">
        {shareLinks(address, words).map(({ name, href }) => (
          <li key={name}>
            <a href={href} rel="noopener">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where to say that something is wrong. */
export function ReportLine({ slug }: { slug: string }) {
  return (
    <section id="report">
      <h2>Something wrong?</h2>
      <p>
        <a href={reportPath(slug)}>Report an error</a>. We read every report and say in public what we change.
      </p>
    </section>
  );
}
