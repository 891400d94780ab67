import { codePointLength } from "../quotes/code-points";
import { sameOutlet, type OutletNames } from "./known-outlets";
import type { AttributionInput, SuggestedAttribution } from "./suggest-attributions";

/** The page says that its address is on another outlet's site: it was taken over from there. */
export function canonical(article: AttributionInput, outlets: OutletNames): SuggestedAttribution[] {
  const { url, canonicalUrl } = article;
  if (!canonicalUrl || !URL.canParse(canonicalUrl)) return [];
  const host = siteOf(canonicalUrl);
  const outlet = outlets.atAddress(canonicalUrl)?.name ?? (url ? host : null);
  const isElsewhere =
    url && URL.canParse(url) ? siteOf(url) !== host : outlet !== null && article.outlet !== null;
  if (!outlet || !isElsewhere || sameOutlet(outlet, article.outlet)) return [];
  return [
    {
      relay: { outlet, url: canonicalUrl },
      origin: null,
      type: "republishes",
      rule: "canonical address at X",
      place: "address",
      quote: { exact: canonicalUrl, start: 0, end: codePointLength(canonicalUrl) },
    },
  ];
}

/** The last two labels of a host, three under a country's "co" and the like: enough to tell one publisher from another. */
function siteOf(address: string): string {
  const labels = new URL(address).hostname.split(".");
  const isShared =
    /^(?:co|com|org|net|gov|ac)$/u.test(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length === 2;
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** Links to a known outlet's site, other than the article's own. */
export function linked(article: AttributionInput, outlets: OutletNames): SuggestedAttribution[] {
  return article.links.flatMap(({ href, text }): SuggestedAttribution[] => {
    const outlet = outlets.atAddress(href);
    if (!outlet || sameOutlet(outlet.name, article.outlet)) return [];
    return [
      {
        relay: { outlet: outlet.name, url: href },
        origin: null,
        type: "cites",
        rule: "links to X",
        place: "link",
        quote: { exact: text, start: 0, end: codePointLength(text) },
      },
    ];
  });
}
