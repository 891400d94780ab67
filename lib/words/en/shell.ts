/** What stands around every readers' page. */
export const shell = {
  /** Across the pages of a newsroom that is made up. */
  demonstration: "Demonstration, not a finding",
  skip: "Skip to the text",
  note: "Please note",
  main: "Main",
  verdicts: "Verdicts",
  archive: "Archive",
  corrections: "Corrections",
  methodology: "How we rate",
  search: "Search",
  languages: "Language",
  /** In the footer of a page that there is in one language only, such as a verdict. */
  siteInThis: "This site in English",
  feed: "Feed",
  altered: "Has a page been altered?",
  report: "Report an error",
  tip: "Suggest what to check",
  feeds: { atom: "Verdicts", rss: "Verdicts (RSS)", json: "Verdicts (JSON)", corrections: "Corrections" },
  /** Over a page that was kept from earlier, while the records are out of reach. */
  asItWas: (day: string, time: string) =>
    `We cannot reach our records just now. This page is as it was on ${day} at ${time} UTC.`,
};
