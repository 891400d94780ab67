import type { CorrectionClass } from "@/lib/claims/dossier";
import type { PublicationRecord } from "@/lib/publications/record";
import type { SitePageName } from "@/lib/site-pages/pages";
import type { OutletRole } from "@/lib/publications/listing";
import type { MarkedPart } from "@/lib/publications/mark-words";
import type { StandingNotice } from "@/lib/publications/standing-notices";
import { spokenLanguage, type ReaderLanguage, type ReaderWords } from "@/lib/words/reader";

/** What every readers' page says about the newsroom itself. */
export type ReaderSite = {
  name: string;
  /** Absolute, without a slash at the end. */
  url: string;
  /** BCP 47 tag of what the newsroom writes. */
  language: string;
  /** Language of the words around it on this page: `readerWords(site.speaks)` has them. */
  speaks: ReaderLanguage;
  /** Pages about itself that the newsroom has signed: they are linked. */
  pages: readonly SitePageName[];
  /** The line across every page that has none of its own, e.g. "Demonstration, not a finding". */
  label?: string | null;
};

/** The language that the pages speak when nothing else is asked for. */
export function ownLanguage(site: Pick<ReaderSite, "language">): ReaderLanguage {
  return spokenLanguage(site.language);
}

/** The site on a page of content in `language`: it speaks that language where it can, else its own. */
export function siteBeside(site: ReaderSite, language: string): ReaderSite {
  return { ...site, speaks: spokenLanguage(language, ownLanguage(site)) };
}

export type PublicRating = PublicationRecord["rating"];

/** One verdict in a list. */
export type VerdictListItem = {
  slug: string;
  language: string;
  label: string | null;
  rating: Pick<PublicRating, "code" | "label" | "meaning" | "number">;
  finding: string;
  claim: string;
  claimant: string | null;
  topics: string[];
  /** The finding in short, three points at most. */
  points: string[];
  /** When it was first published. */
  publishedAt: string;
  /** When the version on show replaced an earlier one; `null` for a first version. */
  changed: { class: CorrectionClass; at: string } | null;
  /** What stands beside its rating, as on its own page. */
  notices: readonly StandingNotice[];
  /** What a search found in it: its texts with marks, and other words of it where neither has any. */
  found?: { finding: MarkedPart[]; claim: MarkedPart[]; excerpt: MarkedPart[] | null };
  /** What the outlet, whose page this is, was to it. */
  roles?: OutletRole[];
};

/** The tag of a page: the variety that is asked for where the page speaks that language, else the language it speaks. */
export function pageTag(speaks: ReaderLanguage, language: string): string {
  return language.toLowerCase().split("-")[0] === speaks ? language : speaks;
}

/** `lang` and `dir` of an element, for words in another language than those around them. */
export type OtherLanguage = { lang?: string; dir?: "ltr" | "rtl" };

/** The attributes of content in `language` among these words; none where both are the same language. */
export function contentIn(language: string | null, words: Pick<ReaderWords, "language">): OtherLanguage {
  if (language === null || language.toLowerCase().split("-")[0] === words.language) return {};
  return { lang: language, dir: directionOf(language) };
}

/** The attributes of a source's own words; where its language is not known the letters decide the direction. */
export function quotedIn(language: string | null): { lang?: string; dir: "ltr" | "rtl" | "auto" } {
  return language === null ? { dir: "auto" } : { lang: language, dir: directionOf(language) };
}

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** Writing direction of a BCP 47 tag; a script subtag decides before the language does. */
export function directionOf(language: string | null): "ltr" | "rtl" {
  const [base = "", ...rest] = (language ?? "").toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  if (script !== undefined)
    return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].includes(script) ? "rtl" : "ltr";
  return rightToLeft.has(base) ? "rtl" : "ltr";
}
