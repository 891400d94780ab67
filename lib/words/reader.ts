import { en } from "./en";
import { uk } from "./uk";

/**
 * All words of the readers' pages in one language, by page. Texts are plain; one with tags, such as
 * `<link>…</link>` or `<when/>`, is for the component `Phrase`, which puts elements in their place.
 */
export type ReaderWords = typeof en;

/** A language is a folder of texts and a line here. */
const catalogues = { en, uk } satisfies Record<string, ReaderWords>;

/** Languages that the readers' interface speaks. */
export type ReaderLanguage = keyof typeof catalogues;

export const readerLanguages = Object.keys(catalogues) as ReaderLanguage[];

/** The words of the readers' interface in one of its languages. */
export function readerWords(language: ReaderLanguage): ReaderWords {
  return catalogues[language];
}

/** Whether the interface speaks the language of this primary subtag. */
export function isReaderLanguage(subtag: string): subtag is ReaderLanguage {
  return Object.hasOwn(catalogues, subtag);
}

/** The interface's language for a BCP 47 tag, by its primary subtag; `otherwise` where there is no catalogue. */
export function spokenLanguage(tag: string, otherwise: ReaderLanguage = "en"): ReaderLanguage {
  const subtag = tag.toLowerCase().split("-")[0] ?? "";
  return isReaderLanguage(subtag) ? subtag : otherwise;
}
