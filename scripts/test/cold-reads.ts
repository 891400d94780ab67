/** Queries of `queries.ts` that no page of many readers waits for, or that read small tables only. */
export const coldReads: Record<string, string> = {
  listTopics: "counts the topics of all claims, for a page of the settings",
  topicsOfClaims: "the names of the same, for the settings that name topics",
  isTopicUsed: "by the index on topics, when one is renamed",
  ...Object.fromEntries(
    ["loadOutput", "loadStages", "loadAgreement", "loadResponses", "loadNewsroomFigures"].map((name) => [
      name,
      "a report over a period",
    ]),
  ),
  ...Object.fromEntries(
    ["listLedger", "wholeLedger", "ledgerFigures"].map((name) => [
      name,
      "the selection ledger: a report over all that was declined",
    ]),
  ),
  loadApplication: "reads the archive to the end, a few times a year",
  listSitemap: "kept in front of readers, asked by crawlers",
  countCurrent: "of the sitemap",
  jobsWaiting: "of the job queues' own tables",
  listPublications: "read through listCurrent and listChanged",
  listFrom: "read through the lists above",
  rowsQuery: "the text of those lists",
  openClaims: "read with an article's page",
  waitingOnOutlet: "read with an outlet's page, as waitingOnArticle with an article's",
  commentsOf: "read with the claim's page",
  attributionDtos: "asks nothing for who sees everything; else what is hidden, as above",
  newsSeen: "the same, read with the news",
  poolCounts: "asks nothing",
  ...Object.fromEntries(
    [
      ...["listPeople", "listOpenInvitations", "findInvitation", "listEntities", "getEntity", "listOutlets"],
      ...["getOutlet", "getOrigin", "loadSettingsToEdit", "listSitePages", "openSitePage", "listWebhooks"],
      ...["listDeliveries", "keysOf", "newsChoices", "linksOfEntity"],
      ...["listTemplates", "getTemplate", "offeredTemplates"],
    ].map((name) => [name, "of a table with as many rows as the newsroom has people, outlets or settings"]),
  ),
  ...Object.fromEntries(
    [
      "captureContent",
      "captureForArchive",
      "takenOut",
      "getClaim",
      "getComparison",
      "getTip",
      "getPrepared",
      "findBatch",
      "openImport",
      "getOwnReview",
      "restsOn",
      "independenceOf",
    ].map((name) => [name, "by its key, or made of reads above"]),
  ),
};
