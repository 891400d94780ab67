import { cleanByline, headPlaces, httpUrl, normaliseText, pickTitle, squeeze } from "./extraction";
import { readJsonLd, type StructuredArticle } from "./json-ld";
import type { PageDocument } from "./page-dom";
import { normaliseDate } from "./published-time";
import { selectElements } from "./select-elements";

/** What a page says of its article, in JSON-LD, in its metadata or on its face. */
export type Head = StructuredArticle & {
  siteName: string | null;
  canonicalUrl: string | null;
  declaredLanguage: string | null;
};

/** The first value of a list "selector@attribute ; selector@attribute"; without attribute, the element's text. */
function firstOf(document: PageDocument, list: string): string | null {
  for (const item of list.split(" ; ")) {
    const [selector = "", attribute] = item.split("@");
    for (const element of selectElements(document, selector)) {
      const value = squeeze(
        normaliseText((attribute ? element.getAttribute(attribute) : element.textContent) ?? ""),
      );
      if (value.trim() !== "") return value.trim();
    }
  }
  return null;
}

type Meta = ReadonlyMap<string, string>;

/** What each name in the page's metadata says first, under "property" before "name"; names without case. */
function readMeta(document: PageDocument): Meta {
  const found = new Map<string, string>();
  const all = document.getElementsByTagName("meta");
  for (const attribute of ["property", "name"])
    for (const element of all) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      const value = squeeze(normaliseText(element.getAttribute("content") ?? "")).trim();
      if (name !== undefined && value !== "" && !found.has(name)) found.set(name, value);
    }
  return found;
}

/** The first of these names, parted by blanks, that says anything. */
function metaOf(meta: Meta, names: string): string | null {
  const said = names.split(" ").map((name) => meta.get(name.toLowerCase()));
  return said.find((value) => value !== undefined) ?? null;
}

/** Reads the head of a page; `url` resolves its canonical address. */
export function readHead(document: PageDocument, url: string | null): Head {
  const meta = readMeta(document);
  const said = readJsonLd(
    Array.from(
      selectElements(document, 'script[type="application/ld+json" i]'),
      (script) => script.textContent,
    ),
  );
  const heading = firstOf(document, "article h1 ; main h1 ; [itemprop~=headline] ; h1");
  // The headline that readers see is the one to quote; a word or two above it is a section's name.
  const seen = heading && heading.split(" ").length >= 4 ? heading : null;
  const siteName = metaOf(meta, "og:site_name");
  const titles = [
    seen,
    said?.headline,
    metaOf(meta, "og:title twitter:title"),
    firstOf(document, "title"),
    heading,
  ];
  const dates = [said?.datePublished, metaOf(meta, headPlaces.dateMeta), firstOf(document, headPlaces.date)];
  const authors = [
    said?.authors.join(", "),
    metaOf(meta, headPlaces.authorMeta),
    firstOf(document, headPlaces.author),
  ];
  return {
    types: said?.types ?? [],
    headline: pickTitle(titles, siteName),
    authors: authors.map((value) => cleanByline(value ?? "")).filter((value) => value !== null),
    publisher: said?.publisher ?? null,
    datePublished: dates.map((value) => normaliseDate(value ?? "")).find((value) => value !== null) ?? null,
    language: said?.language ?? null,
    body: said?.body ?? null,
    siteName,
    canonicalUrl: httpUrl(firstOf(document, "link[rel=canonical]@href") ?? metaOf(meta, "og:url"), url),
    declaredLanguage: document.documentElement.getAttribute("lang") ?? metaOf(meta, "og:locale"),
  };
}
