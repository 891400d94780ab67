import type { Stance } from "../../claims/vocabulary";
import type { Speech } from "../speech";

/** The list of evidence, and the quotes that disagree. */
export const evidence = ({ count }: Speech) => ({
  title: "Evidence",
  number: (number: number) => `Evidence ${number}`,
  stances: {
    supports: "Supports the claim",
    disputes: "Disputes the claim",
    context: "Context",
  } satisfies Record<Stance, string>,
  seen: "What is to be seen:",
  seenAt: (place: string) => `What is to be seen (${place}):`,
  heardAt: (place: string) => `What is to be seen and heard (${place}):`,
  /** For who hears the page instead of looking at it: the drawing of where in the picture that is. */
  drawnPlace: "Where in the picture",
  described: "Described, not printed:",
  describedMeans: "we have read the words and do not print them.",
  allOfQuotation: "A long quotation: show all of it",
  translation: "Translation: <who/>",
  translatorNotNamed: "Translation; translator not named",
  decisive: "Decisive:",
  withheld: (items: number) =>
    count(items, {
      one: "<strong># more item is withheld</strong> and not printed (<sides/>). We can prove later what it was.",
      other:
        "<strong># more items are withheld</strong> and not printed (<sides/>). We can prove later what they were.",
    }),
  withheldSides: {
    supports: (items: number) => count(items, { one: "# supports the claim", other: "# support the claim" }),
    disputes: (items: number) => count(items, { one: "# disputes the claim", other: "# dispute the claim" }),
    context: (items: number) => count(items, { one: "# gives context", other: "# give context" }),
  },
  commitments: "commitments",
  /** In the analysis, where a sentence cites what is withheld. */
  citesWithheld: "[withheld]",
  /** The number beside a piece of evidence leads back to the analysis. */
  citedAt: (number: number) => `Where evidence ${number} is cited`,
  /** Places in a document, picture or recording. */
  places: {
    page: (which: string) => `page ${which}`,
    row: (which: string) => `row ${which}`,
    cell: (which: string) => `cell ${which}`,
    col: (which: string) => `column ${which}`,
    from: (start: string) => `from ${start}`,
    fromTo: (start: string, end: string) => `from ${start} to ${end}`,
    part: "a part of the picture",
  },
  source: {
    noOutlet: "outlet not named",
    whereClaimed: "where the claim appeared",
    primary: "primary source",
    sameReport: "same report, not a second check",
    readInPlace: "read in place",
    open: "open the source",
    notCompared:
      "we have a copy, but not from the page itself, so we cannot tell whether it still reads the same",
    sameWords: "same words when last checked, <when/>",
    conversation: "conversation with <who/>, <when/>, <how/>; notes by <notes/>",
    interests: "Interests of the source:",
  },
  copy: {
    title: "our copy",
    fetched: "fetched from the source",
    uploaded: "uploaded by us",
    pasted: "copied in by us, not taken from the page itself",
    hash: "SHA-256 of the copy:",
  },
  disagree: {
    title: "Where sources disagree",
    settled: "Settled:",
    open: "Not settled:",
    notBoth: "They cannot both be right.",
    onlyOne: (words: string) => `Only one of them says ${words}.`,
    against: (one: string, other: string) => `${one} against ${other}.`,
    figures: (one: string, other: string) => `${one} and ${other} cannot both be true.`,
  },
});
