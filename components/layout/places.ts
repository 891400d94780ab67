/** The desk's addresses, in one place. */
export const places = {
  queue: "/desk",
  articles: "/desk/articles",
  addArticle: "/desk/articles/new",
  article: (id: string) => `/desk/articles/${encodeURIComponent(id)}`,
  capture: (id: string, quoteId?: string) =>
    `/desk/captures/${encodeURIComponent(id)}${quoteId ? `?quote=${encodeURIComponent(quoteId)}` : ""}`,
  newClaim: "/desk/claims/new",
  claim: (id: string) => `/desk/claims/${encodeURIComponent(id)}`,
  editClaim: (id: string) => `/desk/claims/${encodeURIComponent(id)}/edit`,
  sources: (id: string) => `/desk/claims/${encodeURIComponent(id)}/sources`,
  verdict: (id: string) => `/desk/claims/${encodeURIComponent(id)}/verdict`,
  signOff: (id: string) => `/desk/claims/${encodeURIComponent(id)}/sign-off`,
  history: (id: string) => `/desk/claims/${encodeURIComponent(id)}/history`,
  correction: (id: string) => `/desk/claims/${encodeURIComponent(id)}/correction`,
  retraction: (id: string) => `/desk/claims/${encodeURIComponent(id)}/retraction`,
  notice: (id: string) => `/desk/claims/${encodeURIComponent(id)}/notice`,
  tips: "/desk/tips",
  published: "/desk/published",
  figures: "/desk/figures",
  search: "/desk/search",
  settings: "/desk/settings",
  account: "/desk/settings/account",
  publication: (slug: string, version?: number) =>
    `/verdicts/${encodeURIComponent(slug)}${version === undefined ? "" : `/v/${version}`}`,
} as const;
