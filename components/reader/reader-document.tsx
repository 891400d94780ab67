import type { ReactNode } from "react";
import { readerPaths } from "./reader-paths";
import { directionOf, type ReaderSite } from "./reader-site";
import { readerStyles } from "./styles";

export type ReaderDocumentProps = {
  site: ReaderSite;
  /** BCP 47 tag of the page; the site's own when left out. */
  language?: string;
  title: string;
  description: string;
  /** Absolute; `null` for pages that have no address of their own (errors). */
  canonical: string | null;
  /** Absolute address of the 1200×630 picture, and its words. */
  image?: { url: string; alt: string } | null;
  kind?: "article" | "website";
  publishedAt?: string | null;
  modifiedAt?: string | null;
  /** Kept out of search engines: old versions, retractions, search results, errors. */
  isHidden?: boolean;
  oembed?: string | null;
  /** Serialised JSON-LD; each `<` left in it is written `\u003c` here, so that it cannot end the element. */
  jsonLd?: string | null;
  /** Address of the page's module script, on this site; every page but one has none. */
  script?: string | null;
  /** Printed as a band across the top, e.g. "Demonstration, not a finding". */
  label?: string | null;
  current?: "home" | "corrections" | "methodology" | "search" | null;
  children: ReactNode;
};

function SocialMeta(props: ReaderDocumentProps) {
  const { image, canonical, kind = "website" } = props;
  return (
    <>
      <meta property="og:type" content={kind} />
      <meta property="og:site_name" content={props.site.name} />
      <meta property="og:title" content={props.title} />
      <meta property="og:description" content={props.description} />
      {canonical === null ? null : <meta property="og:url" content={canonical} />}
      {image ? (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={image.alt} />
        </>
      ) : null}
      {props.publishedAt ? <meta property="article:published_time" content={props.publishedAt} /> : null}
      {props.modifiedAt ? <meta property="article:modified_time" content={props.modifiedAt} /> : null}
      <meta name="twitter:card" content={image ? "summary_large_image" : "summary"} />
      <meta name="twitter:title" content={props.title} />
      <meta name="twitter:description" content={props.description} />
      {image ? (
        <>
          <meta name="twitter:image" content={image.url} />
          <meta name="twitter:image:alt" content={image.alt} />
        </>
      ) : null}
    </>
  );
}

function Head(props: ReaderDocumentProps) {
  const { site, canonical } = props;
  const fullTitle = props.title === site.name ? site.name : `${props.title} · ${site.name}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={props.description} />
      {props.isHidden === true ? <meta name="robots" content="noindex" /> : null}
      {canonical === null ? null : <link rel="canonical" href={canonical} />}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14161a" />
      <link rel="alternate" type="application/atom+xml" title="Verdicts" href={readerPaths.feeds.atom} />
      <link rel="alternate" type="application/rss+xml" title="Verdicts (RSS)" href={readerPaths.feeds.rss} />
      <link
        rel="alternate"
        type="application/feed+json"
        title="Verdicts (JSON)"
        href={readerPaths.feeds.json}
      />
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Corrections"
        href={readerPaths.feeds.corrections}
      />
      {props.oembed ? (
        <link rel="alternate" type="application/json+oembed" title={props.title} href={props.oembed} />
      ) : null}
      <SocialMeta {...props} />
      <style dangerouslySetInnerHTML={{ __html: readerStyles }} />
      {props.script ? <script type="module" src={props.script} /> : null}
      {props.jsonLd ? (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: props.jsonLd.replaceAll("<", "\\u003c") }}
        />
      ) : null}
    </head>
  );
}

function SiteHeader({ site, current }: Pick<ReaderDocumentProps, "site" | "current">) {
  const links = [
    { id: "home", href: readerPaths.home, words: "Verdicts" },
    { id: "corrections", href: readerPaths.corrections, words: "Corrections" },
    { id: "methodology", href: readerPaths.methodology, words: "How we rate" },
    { id: "search", href: readerPaths.search, words: "Search" },
  ];
  return (
    <header>
      <div className="wrap">
        <a className="brand" href={readerPaths.home}>
          {site.name}
        </a>
        <nav aria-label="Main">
          {links.map(({ id, href, words }) => (
            <a key={id} href={href} aria-current={id === current ? "page" : undefined}>
              {words}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

function SiteFooter({ site }: { site: ReaderSite }) {
  return (
    <footer>
      <div className="wrap">
        <p>{site.name}</p>
        <ul className="inline">
          <li>
            <a href={readerPaths.methodology}>How we check and who pays for it</a>
          </li>
          <li>
            <a href={readerPaths.corrections}>Corrections</a>
          </li>
          <li>
            <a href={readerPaths.feeds.atom}>Feed</a>
          </li>
          <li>
            <a href={readerPaths.verify}>Has a page been altered?</a>
          </li>
          <li>
            <a href={readerPaths.report}>Report an error</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** A complete readers' page without scripts. Render with `renderToStaticMarkup` and put `<!doctype html>` before it. */
export function ReaderDocument(props: ReaderDocumentProps) {
  const language = props.language ?? props.site.language;
  const label = props.label ?? null;
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head {...props} />
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        {label === null ? null : (
          <aside className="band" aria-label="Please note">
            {label}
          </aside>
        )}
        <SiteHeader site={props.site} current={props.current} />
        {props.children}
        <SiteFooter site={props.site} />
      </body>
    </html>
  );
}
