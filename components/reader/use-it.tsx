import type { PublicationRecord } from "@/lib/publications/record";
import { peopleDay } from "./dates";
import { embedPath, reportPath, verdictPath, versionPath } from "./reader-paths";
import type { ReaderSite } from "./reader-site";

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function embedCode(site: ReaderSite, record: PublicationRecord): string {
  const src = attribute(site.url + embedPath(record.slug));
  const title = attribute(`${record.rating.label}: ${record.finding}`);
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

/** Cite, embed and share, all as plain text and links; the rating travels with the finding. */
export function UseIt({ site, record }: { site: ReaderSite; record: PublicationRecord }) {
  const address = site.url + verdictPath(record.slug);
  const fixed = site.url + versionPath(record.slug, record.version);
  const words = `${record.rating.label}: ${record.finding}`;
  return (
    <section id="use">
      <h2>Cite, embed, share</h2>
      <p className="cite-text">
        {record.publisher.name}, “{record.finding}”, version {record.version}, {peopleDay(record.publishedAt)}
        , <a href={fixed}>{fixed}</a>
      </p>
      <details>
        <summary>Embed this verdict</summary>
        <pre tabIndex={0} aria-label="Code to embed">
          <code>{embedCode(site, record)}</code>
        </pre>
      </details>
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
