import type { Rating } from "../settings/ratings";

/** The pages a newsroom writes about itself; each name is also its address on the readers' site. */
export const sitePageNames = [
  "methodology",
  "ratings",
  "corrections-policy",
  "about",
  "people",
  "contact",
] as const;
export type SitePageName = (typeof sitePageNames)[number];

/** What the desk calls them. */
export const sitePageTitles: Record<SitePageName, string> = {
  methodology: "Methodology",
  ratings: "Rating scale",
  "corrections-policy": "Corrections policy",
  about: "About and funding",
  people: "People",
  contact: "Contact",
};

/** Codes of standards whose bodies hear complaints about their signatories. */
export const codeNames = ["ifcn", "efcsn"] as const;
export type CodeName = (typeof codeNames)[number];

/** What is written, signed and printed of a page. */
export type SitePageContent = {
  /** Markdown, as in a write-up. */
  text: string;
  /** Of the ratings: the scale in use when the draft was saved. */
  scale?: Rating[];
  /** Of contact: the codes that the newsroom says it has signed. */
  signatoryOf?: CodeName[];
};

/** Whether a text names one of the pages. */
export function isSitePageName(name: string): name is SitePageName {
  return (sitePageNames as readonly string[]).includes(name);
}

/** The content as it is kept, member by member; what does not belong to the page is dropped. */
export function contentOf(
  page: SitePageName,
  { text, scale, signatoryOf }: SitePageContent,
): SitePageContent {
  return {
    text,
    ...(page === "ratings" && scale ? { scale: scale.map(ratingOf) } : {}),
    ...(page === "contact" && signatoryOf
      ? { signatoryOf: codeNames.filter((code) => signatoryOf.includes(code)) }
      : {}),
  };
}

function ratingOf({ code, label, meaning, number, marks }: Rating): Rating {
  return { code, label, meaning, number, marks: [...marks] };
}
