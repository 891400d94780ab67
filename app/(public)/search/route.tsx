import { readerPaths, spokenPath } from "@/components/reader/reader-paths";
import { SearchPage } from "@/components/reader/search-page";
import { clientKey } from "@/lib/accounts/client-key.server";
import { cleanText } from "@/lib/core/text-input";
import { searchPublications } from "@/lib/publications/search-publications.server";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { keptList } from "../kept-answers";
import { listAddress, listItems, neighbourLinks, placeAsked } from "../list-answers";
import { readerRoute } from "../reader-route";
import { onceAnswer, pageHeaders, renderPage } from "../render-reader";
import { secondsToWait } from "./search-limit";
import { TooManyPage } from "./too-many-page";

export const dynamic = "force-dynamic";

type Asked = { query: string; rating: string | null; topic: string | null };

function asked(url: URL, pub: PublicSite): Asked {
  const text = (name: string, max: number) => {
    const value = cleanText(url.searchParams.get(name) ?? "").trim();
    return [...value].slice(0, max).join("");
  };
  const rating = text("rating", 60);
  const topic = text("topic", 100);
  return {
    query: text("q", 300),
    rating: pub.ratings.some(({ code }) => code === rating) ? rating : null,
    topic: topic === "" ? null : topic,
  };
}

async function results(url: URL, pub: PublicSite, what: Asked) {
  const ask = placeAsked(url);
  const page = await searchPublications({ ...what, ...ask });
  const kept = Object.entries({ q: what.query, rating: what.rating ?? "", topic: what.topic ?? "" });
  const items = listItems(page);
  return {
    results: items,
    // All of them are on the page: only then is their number known without counting.
    total: page.newer === null && page.older === null ? items.length : null,
    ...neighbourLinks(
      spokenPath(pub.site, readerPaths.search),
      page,
      Object.fromEntries(kept.filter(([, value]) => value !== "")),
    ),
  };
}

/** Search by words, rating and topic among the verdicts that hold. */
export const GET = readerRoute(async ({ request, url, pub, now }) => {
  const what = asked(url, pub);
  const isAsked = what.query !== "" || what.rating !== null || what.topic !== null;
  const seconds = isAsked ? secondsToWait(clientKey(request.headers), now) : 0;
  if (seconds > 0) {
    const page = <TooManyPage site={pub.site} seconds={seconds} />;
    return onceAnswer(pub, page, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  const address = listAddress(readerPaths.search, url, ["q", "rating", "topic", "before", "after"]);
  return keptList(`${pub.key} ${address}`, async () => {
    const found = isAsked ? await results(url, pub, what) : { results: null, total: null };
    const page = <SearchPage site={pub.site} ratings={pub.ratings} {...what} {...found} />;
    const headers = pageHeaders(pub, isAsked ? { "X-Robots-Tag": "noindex" } : {});
    return { body: await renderPage(page), status: 200, headers };
  });
});
