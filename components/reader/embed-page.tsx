import type { PublicationRecord, RecordClaim, SignedRecord } from "@/lib/publications/record";
import { ratedTitle } from "@/lib/publications/rated-title";
import type { StandingNotice } from "@/lib/publications/standing-notices";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { Speaker } from "./claim-card";
import { Phrase } from "./phrase";
import { RatingMeant } from "./rating-word";
import { verdictPath } from "./reader-paths";
import {
  contentIn,
  directionOf,
  pageTag,
  siteBeside,
  type OtherLanguage,
  type ReaderSite,
} from "./reader-site";
import { StandingTags } from "./standing-tags";
import { readerStyles } from "./styles";
import { When } from "./when";

/** The claim with who said it, where and when: in another page it has nothing else around it that would tell. */
function Claim({ claim, words, own }: { claim: RecordClaim; words: ReaderWords; own: OtherLanguage }) {
  const { claimant, saidAt, text } = claim;
  return (
    <p className="of-claim">
      <span className="quiet">
        {claimant === null ? (
          words.lists.theClaim
        ) : (
          <Phrase
            say={words.lists.claimBy}
            with={{ who: <Speaker claim={claim} words={words} own={own} /> }}
          />
        )}
      </span>{" "}
      <bdi {...own}>{text}</bdi>
      {claimant !== null || saidAt === null ? null : (
        <span className="quiet">
          {" "}
          ({words.claim.said} <When iso={saidAt} words={words} />)
        </span>
      )}
    </p>
  );
}

/**
 * A verdict small enough for other people's pages: rating with what stands beside it, finding and claim together, and the
 * way to the evidence.
 */
export function EmbedPage({
  site,
  signed,
  notices,
}: {
  site: ReaderSite;
  signed: SignedRecord<PublicationRecord>;
  notices: readonly StandingNotice[];
}) {
  const { record } = signed;
  const { speaks } = siteBeside(site, record.language);
  const words = readerWords(speaks);
  const own = contentIn(record.language, words);
  const page = pageTag(speaks, record.language);
  const address = site.url + verdictPath(record.slug);
  return (
    <html lang={page} dir={directionOf(page)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{ratedTitle(record)}</title>
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={address} />
        <style dangerouslySetInnerHTML={{ __html: readerStyles }} />
      </head>
      <body>
        <main className="embed">
          <p className="meta">
            <RatingMeant rating={record.rating} size={20} {...own} />
            {record.label === null ? null : (
              <span className="tag" {...own}>
                {record.label}
              </span>
            )}
            <StandingTags notices={notices} words={words} />
          </p>
          <h1 {...own}>{record.finding}</h1>
          <Claim claim={record.claim} words={words} own={own} />
          <p className="meta">
            <bdi>{site.name}</bdi> ·{" "}
            {record.correction === null ? null : `${words.lists.changed[record.correction.class]} `}
            <When iso={record.publishedAt} words={words} /> ·{" "}
            <a href={address} target="_blank" rel="noopener">
              {words.use.evidence}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
