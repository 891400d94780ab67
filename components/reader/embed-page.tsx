import { en } from "@/lib/words/en";
import type { PublicationRecord, SignedRecord } from "@/lib/publications/record";
import { RatingWord } from "./rating-word";
import { verdictPath } from "./reader-paths";
import { directionOf, type ReaderSite } from "./reader-site";
import { readerStyles } from "./styles";
import { When } from "./when";

/** A verdict small enough for other people's pages: rating, finding and claim together, and the way to the evidence. */
export function EmbedPage({ site, signed }: { site: ReaderSite; signed: SignedRecord<PublicationRecord> }) {
  const { record } = signed;
  const address = site.url + verdictPath(record.slug);
  return (
    <html lang={record.language} dir={directionOf(record.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${record.rating.label}: ${record.finding}`}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={address} />
        <style dangerouslySetInnerHTML={{ __html: readerStyles }} />
      </head>
      <body>
        <main className="embed">
          <RatingWord rating={record.rating} size={20} />
          {record.label === null ? null : <span className="tag">{record.label}</span>}
          <h1>{record.finding}</h1>
          <p className="of-claim">
            <span className="quiet">The claim:</span> {record.claim.text}
          </p>
          <p className="meta">
            {site.name} · <When words={en} iso={record.publishedAt} /> ·{" "}
            <a href={address} target="_blank" rel="noopener">
              the evidence, and who checked
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
