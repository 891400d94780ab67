import type { ReactNode } from "react";
import { sitePageNames } from "@/lib/site-pages/pages";
import { readerLanguages, readerWords, type ReaderWords } from "@/lib/words/reader";
import { readerPaths, sitePagePath, spokenPath } from "./reader-paths";
import { contentIn, directionOf, pageTag, type ReaderSite } from "./reader-site";
import { spokenLabel } from "./spoken-rating";
import { readerStyles } from "./styles";

/** Where a page stands: at one address (absolute; `null` for errors, which have none), or at one in each language. */
type Place =
  | { canonical: string | null; path?: undefined }
  /** The path without a language, e.g. `/search?q=cars`; what follows `?` is kept for who changes the language. */
  | { path: string; canonical?: undefined };

export type ReaderDocumentProps = Place & {
  site: ReaderSite;
  /** BCP 47 tag of the page, a variety of the language it speaks; that language when left out. */
  language?: string;
  title: string;
  description: string;
  /** Absolute address of the 1200×630 picture, and its words. */
  image?: { url: string; alt: string } | null;
  kind?: "article" | "website";
  publishedAt?: string | null;
  modifiedAt?: string | null;
  /** Kept out of search engines: old versions, retractions, search results, errors. */
  isHidden?: boolean;
  oembed?: string | null;
  /** A feed of what this page lists, besides those of the site. */
  feed?: { title: string; href: string } | null;
  /** Serialised JSON-LD; each `<` left in it is written `\u003c` here, so that it cannot end the element. */
  jsonLd?: string | null;
  /** Address of the page's module script, on this site; every page but one has none. */
  script?: string | null;
  /** Printed as a band across the top, e.g. "Demonstration, not a finding"; the site's own when left out. */
  label?: string | null;
  /** Without the site's header and footer, whose links would lead away from what the page holds. */
  isBare?: boolean;
  current?: "home" | "archive" | "corrections" | "methodology" | "search" | null;
  children: ReactNode;
};

/** The one address of a page, absolute; `null` when it has none. */
function canonicalOf({ site, path, canonical }: ReaderDocumentProps): string | null {
  if (path === undefined) return canonical ?? null;
  return site.url + spokenPath(site, path.split("?")[0] ?? path);
}

/** The same page in every language, for search engines. */
function Alternates({ site, path }: { site: ReaderSite; path: string }) {
  const bare = path.split("?")[0] ?? path;
  return (
    <>
      {readerLanguages.map((speaks) => (
        <link
          key={speaks}
          rel="alternate"
          hrefLang={speaks}
          href={site.url + spokenPath({ ...site, speaks }, bare)}
        />
      ))}
      <link rel="alternate" hrefLang="x-default" href={site.url + bare} />
    </>
  );
}

function SocialMeta(props: ReaderDocumentProps) {
  const { image, kind = "website" } = props;
  const canonical = canonicalOf(props);
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
  const { site } = props;
  const canonical = canonicalOf(props);
  const { feeds } = readerWords(site.speaks).shell;
  const fullTitle = props.title === site.name ? site.name : `${props.title} · ${site.name}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={props.description} />
      {props.isHidden === true ? <meta name="robots" content="noindex" /> : null}
      {canonical === null ? null : <link rel="canonical" href={canonical} />}
      {props.path === undefined || props.isHidden === true ? null : (
        <Alternates site={site} path={props.path} />
      )}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbfaf7" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14161a" />
      <link rel="alternate" type="application/atom+xml" title={feeds.atom} href={readerPaths.feeds.atom} />
      <link rel="alternate" type="application/rss+xml" title={feeds.rss} href={readerPaths.feeds.rss} />
      <link rel="alternate" type="application/feed+json" title={feeds.json} href={readerPaths.feeds.json} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={feeds.corrections}
        href={readerPaths.feeds.corrections}
      />
      {props.feed ? (
        <link rel="alternate" type="application/atom+xml" title={props.feed.title} href={props.feed.href} />
      ) : null}
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

type ShellProps = { site: ReaderSite; words: ReaderWords["shell"] };

function SiteHeader({ site, words, current }: ShellProps & Pick<ReaderDocumentProps, "current">) {
  const pages = ["home", "archive", "corrections", "methodology", "search"] as const;
  return (
    <header>
      <div className="wrap">
        <a className="brand" href={spokenPath(site, readerPaths.home)}>
          {site.name}
        </a>
        <nav aria-label={words.main}>
          {pages.map((page) => (
            <a
              key={page}
              href={spokenPath(site, readerPaths[page])}
              aria-current={page === current ? "page" : undefined}
            >
              {page === "home" ? words.verdicts : words[page]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

/**
 * The same page in the other languages, or the front page where there is no other such page; each named in itself: in the
 * reader's own letters, so that no font is fetched for it.
 */
function Languages({ site, path }: { site: ReaderSite; path: string | undefined }) {
  return readerLanguages
    .filter((speaks) => speaks !== site.speaks)
    .map((speaks) => (
      <li key={speaks}>
        <a href={spokenPath({ ...site, speaks }, path ?? readerPaths.home)} lang={speaks} hrefLang={speaks}>
          {path === undefined ? readerWords(speaks).shell.siteInThis : readerWords(speaks).name}
        </a>
      </li>
    ));
}

/** Pages about the newsroom: how it checks and rates always, the others once they are signed. */
function ownPages(site: ReaderSite): { href: string; text: string }[] {
  const { titles } = readerWords(site.speaks).sitePages;
  return sitePageNames
    .filter((page) => page === "methodology" || page === "ratings" || site.pages.includes(page))
    .map((page) => ({ href: spokenPath(site, sitePagePath(page)), text: titles[page] }));
}

function SiteFooter({ site, words, path }: ShellProps & { path: string | undefined }) {
  const links = [
    ...ownPages(site),
    { href: spokenPath(site, readerPaths.corrections), text: words.corrections },
    { href: readerPaths.feeds.atom, text: words.feed },
    { href: spokenPath(site, readerPaths.verify), text: words.altered },
    { href: spokenPath(site, readerPaths.tip), text: words.tip },
    { href: spokenPath(site, readerPaths.report), text: words.report },
  ];
  return (
    <footer>
      <div className="wrap">
        <p>{site.name}</p>
        <ul className="inline">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
          <Languages site={site} path={path} />
        </ul>
      </div>
    </footer>
  );
}

/** A complete readers' page without scripts. Render with `renderToStaticMarkup` and put `<!doctype html>` before it. */
export function ReaderDocument(props: ReaderDocumentProps) {
  const { site, current, path } = props;
  const language = pageTag(site.speaks, props.language ?? site.language);
  const label = (props.label === undefined ? site.label : props.label) ?? null;
  const words = readerWords(site.speaks);
  const { shell } = words;
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head {...props} />
      <body>
        <a className="skip" href="#main">
          {shell.skip}
        </a>
        {label === null ? null : (
          <aside
            className="band"
            aria-label={shell.note}
            {...spokenLabel(label, words, contentIn(site.language, words))}
          />
        )}
        {props.isBare ? null : <SiteHeader site={site} words={shell} current={current} />}
        {props.children}
        {props.isBare ? null : <SiteFooter site={site} words={shell} path={path} />}
      </body>
    </html>
  );
}
