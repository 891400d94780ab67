/** The desk's addresses, in one place. */
export const places = {
  queue: "/desk",
  articles: "/desk/articles",
  addArticle: "/desk/articles/new",
  /** Adds an article to quote from for a claim; `url` is where somebody saw it, `carry` as in `articleBeside`. */
  addArticleFor: (claimId: string, url?: string | null, carry = "") =>
    `/desk/articles/new?claim=${encodeURIComponent(claimId)}${url ? `&url=${encodeURIComponent(url)}` : ""}${carry}`,
  /** The articles that are here, to open one beside a claim; `carry` as in `articleBeside`. */
  chooseArticleFor: (claimId: string, carry = "") =>
    `/desk/articles?claim=${encodeURIComponent(claimId)}${carry}`,
  originals: "/desk/originals",
  /** Captures an article that others name, for a claim in hand; `carry` as in `articleBeside`. */
  captureOriginal: (id: string, claimId?: string, carry = "") =>
    `/desk/articles/new?original=${encodeURIComponent(id)}${claimId ? `&claim=${encodeURIComponent(claimId)}${carry}` : ""}`,
  article: (id: string) => `/desk/articles/${encodeURIComponent(id)}`,
  dependants: (id: string) => `/desk/articles/${encodeURIComponent(id)}/dependants`,
  capture: (id: string, quoteId?: string) =>
    `/desk/captures/${encodeURIComponent(id)}${quoteId ? `?quote=${encodeURIComponent(quoteId)}` : ""}`,
  newClaim: "/desk/claims/new",
  importSheet: "/desk/claims/import",
  importOf: (id: string) => `/desk/claims/import/${encodeURIComponent(id)}`,
  claim: (id: string) => `/desk/claims/${encodeURIComponent(id)}`,
  /** A claim opened from a list, so that the same list stands beside it. `query`: the list's own; "" is "needs you". */
  claimIn: (id: string, query: string) =>
    `/desk/claims/${encodeURIComponent(id)}${query ? `?in=${encodeURIComponent(query)}` : ""}`,
  /** A claim with an article open beside it; `carry` is what its addresses carry on, from an "&" on. */
  articleBeside: (id: string, articleId: string, carry = "") =>
    `/desk/claims/${encodeURIComponent(id)}?article=${encodeURIComponent(articleId)}&pane=article${carry}`,
  editClaim: (id: string) => `/desk/claims/${encodeURIComponent(id)}/edit`,
  /** Evidence that is no web text; `kind` is one of `mediaKinds`. */
  mediaEvidence: (id: string, kind: string) => `/desk/claims/${encodeURIComponent(id)}/evidence?kind=${kind}`,
  /** A place in a captured file as evidence of the claim. */
  describeFile: (id: string, articleId: string) =>
    `/desk/claims/${encodeURIComponent(id)}/evidence?article=${encodeURIComponent(articleId)}`,
  sources: (id: string) => `/desk/claims/${encodeURIComponent(id)}/sources`,
  verdict: (id: string) => `/desk/claims/${encodeURIComponent(id)}/verdict`,
  quotes: (id: string) => `/desk/claims/${encodeURIComponent(id)}/quotes`,
  draftSentences: (id: string) => `/desk/claims/${encodeURIComponent(id)}/verdict/sentences`,
  signOff: (id: string) => `/desk/claims/${encodeURIComponent(id)}/sign-off`,
  history: (id: string) => `/desk/claims/${encodeURIComponent(id)}/history`,
  correction: (id: string) => `/desk/claims/${encodeURIComponent(id)}/correction`,
  retraction: (id: string) => `/desk/claims/${encodeURIComponent(id)}/retraction`,
  withholding: (id: string) => `/desk/claims/${encodeURIComponent(id)}/withholding`,
  /** With what is `written`, it is shown there as readers will see it. */
  /** `isShown`: with the notice that was shown last, whose words are in no address. */
  notice: (id: string, isShown = false) =>
    `/desk/claims/${encodeURIComponent(id)}/notice${isShown ? "?shown=1" : ""}`,
  noticePreview: (claimId: string, of: { shown: true } | { prepared: string } | null) =>
    `/preview/claims/${encodeURIComponent(claimId)}/notice${of ? `?${new URLSearchParams("shown" in of ? { shown: "1" } : of).toString()}` : ""}`,
  preparedNotice: (id: string) => `/desk/notices/${encodeURIComponent(id)}`,
  tasks: "/desk/tasks",
  due: "/desk/due",
  notifications: "/desk/notifications",
  notificationSettings: "/desk/settings/notifications",
  tips: "/desk/tips",
  ledger: "/desk/tips/ledger",
  ledgerFile: "/api/v1/selection-ledger/csv",
  published: "/desk/published",
  figures: "/desk/figures",
  figuresFile: (table: string) => `/api/v1/newsroom-figures/${encodeURIComponent(table)}.csv`,
  search: "/desk/search",
  settings: "/desk/settings",
  account: "/desk/settings/account",
  keys: "/desk/settings/keys",
  outlets: "/desk/settings/outlets",
  outlet: (id: string) => `/desk/settings/outlets/${encodeURIComponent(id)}`,
  entities: "/desk/settings/entities",
  entity: (id: string) => `/desk/settings/entities/${encodeURIComponent(id)}`,
  shelfLife: "/desk/settings/shelf-life",
  templates: "/desk/settings/templates",
  template: (id: string) => `/desk/settings/templates/${encodeURIComponent(id)}`,
  people: "/desk/settings/people",
  siteSettings: "/desk/settings/site",
  sitePages: "/desk/settings/pages",
  sitePage: (page: string) => `/desk/settings/pages/${page}`,
  signSitePage: (page: string) => `/desk/settings/pages/${page}/sign`,
  staffBundle: (id: string, version: number) => `/api/v1/claims/${encodeURIComponent(id)}/bundles/${version}`,
  publication: (slug: string, version?: number) =>
    `/verdicts/${encodeURIComponent(slug)}${version === undefined ? "" : `/v/${version}`}`,
} as const;

/** Where the palette can jump, beside claims. */
export const jumpPlaces = [
  { href: places.queue, label: "Queue" },
  { href: `${places.queue}?needs=all`, label: "All claims" },
  { href: places.newClaim, label: "New claim" },
  { href: places.importSheet, label: "Import a sheet" },
  { href: places.articles, label: "Articles" },
  { href: places.addArticle, label: "Add an article" },
  { href: places.originals, label: "Originals" },
  { href: places.tasks, label: "Tasks" },
  { href: places.due, label: "Re-check calendar" },
  { href: places.tips, label: "Tips" },
  { href: places.ledger, label: "Selection ledger" },
  { href: places.published, label: "Published" },
  { href: places.figures, label: "Newsroom figures" },
  { href: places.settings, label: "Settings" },
  { href: places.account, label: "Your account" },
  { href: places.keys, label: "Keys" },
];
