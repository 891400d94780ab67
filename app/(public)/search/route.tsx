import { readerPaths, spokenPath } from "@/components/reader/reader-paths";
import type { SearchAsked } from "@/components/reader/search-form";
import { SearchPage } from "@/components/reader/search-page";
import { cleanText } from "@/lib/core/text-input";
import { readNamePage } from "@/lib/publications/count-verdicts.server";
import { listVerdicts, mostCounted } from "@/lib/publications/list-verdicts.server";
import type { CountedName } from "@/lib/publications/listing";
import { nameKey } from "@/lib/publications/name-key";
import { offeredNames } from "@/lib/publications/offered-names.server";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { countSearch } from "@/lib/publications/search-limit.server";
import { searchVerdicts } from "@/lib/publications/search-verdicts.server";
import { foundIn, listAddress, listAnswer, listItems, neighbourLinks, placeAsked } from "../list-answers";
import { readerRoute } from "../reader-route";
import { onceAnswer } from "../render-reader";
import { TooManyPage } from "./too-many-page";

export const dynamic = "force-dynamic";

function dayOf(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && new Date(text).toISOString().startsWith(text) ? text : "";
}

/** What an address asks for; what is no value of a filter is left out. */
function askedOf(url: URL, pub: PublicSite): SearchAsked {
  const text = (name: string, max: number) => {
    const value = cleanText(url.searchParams.get(name) ?? "").trim();
    return [...value].slice(0, max).join("");
  };
  const key = (name: string) => {
    const value = text(name, 200);
    return value === "" ? "" : nameKey(value);
  };
  const rating = text("rating", 60);
  return {
    query: text("q", 300),
    rating: pub.ratings.some(({ code }) => code === rating) ? rating : "",
    topic: key("topic"),
    claimant: key("claimant"),
    from: dayOf(text("from", 10)),
    to: dayOf(text("to", 10)),
  };
}

async function results(url: URL, pub: PublicSite, asked: SearchAsked) {
  const { query, rating, topic, claimant, from, to } = asked;
  const filter = { rating, topic, claimant, firstDay: from, lastDay: to };
  const found = await searchVerdicts({ ...placeAsked(url), query, filter });
  const answered = found.corrected?.map(({ text }) => text).join("") ?? query;
  const kept = Object.entries({ q: answered, rating, topic, claimant, from, to }).filter(
    ([, value]) => value !== "",
  );
  return {
    items: listItems(found, (record) => foundIn(record, found.forms)),
    total: found.total,
    most: mostCounted,
    corrected: found.corrected,
    ...neighbourLinks(spokenPath(pub.site, readerPaths.search), found, Object.fromEntries(kept)),
  };
}

/** The names that most verdicts print, and the one that was asked for, with a name that it has or had. */
async function offered(kind: "topic" | "claimant", key: string): Promise<CountedName[]> {
  const names = await offeredNames(kind);
  if (key === "" || names.some((one) => one.key === key)) return names;
  const found = await readNamePage(kind, key);
  return [...names, { key, name: found?.name ?? key, count: 0 }];
}

/** Search by words, rating, topic, claimant and day among the verdicts that stand. */
export const GET = readerRoute(async ({ request, url, pub, now }) => {
  const asked = askedOf(url, pub);
  const isAsked = Object.values(asked).some((value) => value !== "");
  const counted = isAsked ? await countSearch(request.headers, now) : null;
  if (counted && !counted.ok) {
    const seconds = counted.error.retryAfterSeconds ?? 60;
    const page = <TooManyPage site={pub.site} seconds={seconds} />;
    return onceAnswer(pub, page, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  const names = ["q", "rating", "topic", "claimant", "from", "to", "before", "after"];
  const page = async () => {
    const [topics, claimants, found] = await Promise.all([
      offered("topic", asked.topic),
      offered("claimant", asked.claimant),
      isAsked ? results(url, pub, asked) : null,
    ]);
    const choices = { ratings: pub.ratings, topics, claimants };
    const hasNone = topics.length === 0 && claimants.length === 0 && (found?.items ?? []).length === 0;
    const isBare = hasNone && listItems(await listVerdicts({}, { limit: 1 })).length === 0;
    return <SearchPage site={pub.site} asked={asked} {...choices} results={found} isBare={isBare} />;
  };
  const headers: Record<string, string> = isAsked ? { "X-Robots-Tag": "noindex" } : {};
  return listAnswer(pub, listAddress(readerPaths.search, url, names), page, headers);
});
