/** What requests are counted by: few names, none of them made of what a reader typed. */
export const routeClasses = [
  "verdict",
  "list",
  "search",
  "feed",
  "embed",
  "card",
  "report",
  "page",
  "api",
  "desk",
  "sign-in",
  "live",
  "probe",
  "static",
] as const;
export type RouteClass = (typeof routeClasses)[number];

/** By the first part of an address, without the language of a reader's page. */
const classOfFirst: Record<string, RouteClass> = {
  "": "list",
  verdicts: "verdict",
  archive: "list",
  topics: "list",
  claimants: "list",
  outlets: "list",
  corrections: "list",
  search: "search",
  feeds: "feed",
  "sitemap.xml": "feed",
  "sitemap-news.xml": "feed",
  sitemaps: "feed",
  embed: "embed",
  oembed: "embed",
  cards: "card",
  report: "report",
  v1alpha1: "api",
  ".well-known": "api",
  desk: "desk",
  preview: "desk",
  "sign-in": "sign-in",
  invite: "sign-in",
  live: "live",
  fonts: "static",
  "favicon.ico": "static",
  _next: "static",
};

/** The class of an address without its query; whatever is unknown counts as a page. */
export function routeClass(path: string): RouteClass {
  const [first = "", second = ""] = path
    .replace(/^\/(en|uk)(?=\/|$)/, "")
    .split("/")
    .slice(1);
  if (first === "api") {
    if (second === "auth") return "sign-in";
    return second === "v1" ? "api" : "probe";
  }
  return Object.hasOwn(classOfFirst, first) ? classOfFirst[first]! : "page";
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The method as a label: what is not one of HTTP's own is `other`. */
export function methodLabel(method: string | undefined): string {
  return method !== undefined && methods.has(method) ? method : "other";
}
