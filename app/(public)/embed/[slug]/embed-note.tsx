import { contentIn, directionOf, pageTag, type ReaderSite } from "@/components/reader/reader-site";
import { When } from "@/components/reader/when";
import { readerStyles } from "@/components/reader/styles";
import { readerWords } from "@/lib/words/reader";

/** What stands in other people's pages when there is no verdict to show: retracted, unknown or not to be checked. */
export function EmbedNote({
  site,
  title,
  about,
  link,
}: {
  site: ReaderSite;
  title: string;
  /** The claim that was checked, where it may be named, with the label of its record, and when that was withdrawn. */
  about: { text: string; language: string; label: string | null; at: string } | null;
  link: { href: string; words: string } | null;
}) {
  const language = pageTag(site.speaks, about?.language ?? site.language);
  const words = readerWords(site.speaks);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <style dangerouslySetInnerHTML={{ __html: readerStyles }} />
      </head>
      <body>
        <main className="embed">
          {about === null || about.label === null ? null : (
            <span className="tag" {...contentIn(about.language, words)}>
              {about.label}
            </span>
          )}
          <h1>{title}</h1>
          {about === null ? null : (
            <p className="of-claim">
              <span className="quiet">{words.lists.theClaim}</span>{" "}
              <bdi {...contentIn(about.language, words)}>{about.text}</bdi>
            </p>
          )}
          <p className="meta">
            {site.name}
            {about === null ? null : (
              <>
                {" · "}
                <When iso={about.at} words={words} />
              </>
            )}
            {link === null ? null : (
              <>
                {" · "}
                <a href={link.href} target="_blank" rel="noopener">
                  {link.words}
                </a>
              </>
            )}
          </p>
        </main>
      </body>
    </html>
  );
}
