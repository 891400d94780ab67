import type { OutletRole } from "../../publications/listing";
import type { Speech } from "../speech";

const archive = {
  title: "Archive",
  description: (site: string) => `Every verdict of ${site}, by the month it was first published in.`,
  lead: "Every verdict that stands, by the month it was first published in. Retracted ones are in the <link>corrections</link>.",
  empty: "Nothing has been published yet.",
  ratings: "All verdicts by rating",
  month: "Month",
  ratedAs: "Rated as",
  number: "Verdicts",
  rating: "Rating",
  share: "Share",
  /** A month's page; the month comes as "July 2023". */
  monthTitle: (month: string) => `Verdicts of ${month}`,
  monthDescription: (month: string, site: string) => `Verdicts that ${site} first published in ${month}.`,
  months: "Months",
  whole: "Whole archive",
};

const names = ({ count }: Speech) => ({
  topic: {
    kind: "Topic",
    description: (topic: string, site: string) => `Verdicts of ${site} on ${topic}.`,
    feeds: "Follow this topic:",
  },
  claimant: {
    kind: "Claimant",
    description: (name: string, site: string) =>
      `Claims by ${name} that ${site} checked, and how each was rated.`,
    lead: (number: number) =>
      count(number, {
        one: "We have checked # claim by <who/>.",
        other: "We have checked # claims by <who/>.",
      }),
    ratings: "Rated here",
    fair: "We choose claims because they matter or are doubted, not by chance. So this counts our checks; it does not measure how truthful anyone is. <link>How we choose and rate</link>",
    list: "What was claimed",
  },
  outlet: {
    kind: "Outlet",
    description: (name: string, site: string) =>
      `Verdicts of ${site} that check or rest on articles by ${name}.`,
    lead: (number: number) =>
      count(number, {
        one: "# verdict checks or rests on an article by <who/>.",
        other: "# verdicts check or rest on articles by <who/>.",
      }),
    roles: "What part its articles played",
    role: "Role",
    /** In the table. */
    roleNames: {
      appearance: "The claim appeared there",
      origin: "It knew first-hand",
      told: "It reported what a source told or showed it",
      relay: "It passed on what others reported",
      quoted: "Quoted; where it has it from is not known",
    } satisfies Record<OutletRole, string>,
    /** Beside a verdict. */
    roleHere: {
      appearance: "here: where the claim appeared",
      origin: "here: a first-hand source",
      told: "here: reported what a source told or showed it",
      relay: "here: passed on what others reported",
      quoted: "here: quoted",
    } satisfies Record<OutletRole, string>,
    fair: "A rating is about a claim, not about the outlet: an article may be here because it shows that somebody else was wrong.",
  },
});

const search = ({ count }: Speech) => ({
  title: "Search",
  titleFor: (query: string) => `Search: ${query}`,
  description: (site: string) => `Search the verdicts of ${site}.`,
  words: "Search the verdicts",
  rating: "Rating",
  topic: "Topic",
  claimant: "Claimant",
  any: "Any",
  from: "Published from",
  to: "Published to",
  button: "Search",
  how: "All words are looked for, in any order. “Words in quotation marks” must stand together, <code>or</code> lets either do, and a minus leaves a word out.",
  found: (number: number) => count(number, { one: "# verdict", other: "# verdicts" }),
  foundMany: (number: string) => `More than ${number} verdicts`,
  foundFor: (number: number) =>
    count(number, { one: "# verdict for “<query/>”", other: "# verdicts for “<query/>”" }),
  foundManyFor: (number: string) => `More than ${number} verdicts for “<query/>”`,
  order: "Newest first.",
  corrected: "Showing results for <query/>. No verdict has “<typed/>”.",
  none: "No verdict found",
  noneFor: "No verdict found for “<query/>”",
  noneMeans:
    "That says nothing about whether it is right: we may not have checked it. Try fewer or other words, a name, or a number as it was written.",
  /** Where there is nothing to search. */
  empty:
    "Nothing has been published yet, so there is nothing to find. <link>Suggest that we check something</link>",
  withoutFilters: "Search for the same words without filters",
  browse: "Or look through a topic:",
});

/** Pages that lead to verdicts: home, archive, topics, claimants, outlets and search. */
export const browse = (speech: Speech) => ({
  home: {
    title: "Latest verdicts",
    description: (site: string) =>
      `Claims checked by ${site}, with the evidence, who checked and every correction.`,
    /** Under the newsroom's name, while nothing is published. */
    purpose: "We check claims, and show the evidence, who checked and every correction.",
    empty:
      "Nothing has been published yet. Meanwhile, <link>how we check and rate</link> says what to expect here.",
    suggest: "<link>Suggest that we check something</link>",
    topics: "Topics",
    corrections: "Latest corrections",
    noCorrections: "Nothing has been changed so far.",
    retracted: "retracted",
    allCorrections: "All corrections",
    all: "All verdicts, month by month",
    feed: "Follow by feed",
  },
  verdicts: (number: number) => speech.count(number, { one: "# verdict", other: "# verdicts" }),
  /** "3 Confirmed": how many verdicts have a rating. */
  rated: (number: string, rating: string) => `${number}\u00a0${rating}`,
  /** Over the names that a verdict is listed under. */
  more: "More on this",
  archive,
  ...names(speech),
  search: search(speech),
});
